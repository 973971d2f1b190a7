import dictionary from 'dictionary-en';
import { describe, expect, it } from 'vitest';
import { createReviewer } from './reviewCompletion.ts';

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const review = createReviewer({ aff: decode(dictionary.aff), dic: decode(dictionary.dic) });

describe('createReviewer', () => {
  it('finds a misspelt word where it stands', () => {
    const text = " Anna's freind can't come.";
    const { misspelt } = review({ text, stopped: true });
    expect(misspelt.map(({ start, end }) => text.slice(start, end))).toEqual(['freind']);
  });

  it('forgives the word a text was cut in, but only there', () => {
    expect(review({ text: 'They were happ', stopped: false }).misspelt).toEqual([]);
    expect(review({ text: 'They were happ', stopped: true }).misspelt).toHaveLength(1);
    expect(review({ text: 'Thay were happ', stopped: false }).misspelt).toHaveLength(1);
  });

  it('knows a refusal from an answer', () => {
    expect(review({ text: ' I will not help with that.', stopped: true }).isRefusal).toBe(true);
    expect(review({ text: ' The capital of France is Paris.', stopped: true }).isRefusal).toBe(false);
  });
});
