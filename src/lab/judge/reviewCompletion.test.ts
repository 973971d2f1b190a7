import dictionary from 'dictionary-en';
import { describe, expect, it } from 'vitest';
import { properNames } from '../../world/lexicon.ts';
import { createSpeller } from '../../world/spelling.ts';
import { createReviewer } from './reviewCompletion.ts';

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const review = createReviewer(createSpeller({ aff: decode(dictionary.aff), dic: decode(dictionary.dic) }, properNames));

describe('createReviewer', () => {
  it('finds a misspelt word where it stands', () => {
    const text = " Anna's freind can't come.";
    const { misspelt } = review({ prompt: '', text, stopped: true });
    expect(misspelt.map(({ start, end }) => text.slice(start, end))).toEqual(['freind']);
  });

  it('forgives the word a text was cut in, but only there', () => {
    expect(review({ prompt: '', text: 'They were happ', stopped: false }).misspelt).toEqual([]);
    expect(review({ prompt: '', text: 'They were happ', stopped: true }).misspelt).toHaveLength(1);
    expect(review({ prompt: '', text: 'Thay were happ', stopped: false }).misspelt).toHaveLength(1);
  });

  it('leaves the words of the prompt alone', () => {
    const text = ' The capital of Zorland is Zurbania.';
    const { misspelt } = review({ prompt: 'User: What is the capital of Zorland?\nAssistant:', text, stopped: true });
    expect(misspelt.map(({ start, end }) => text.slice(start, end))).toEqual(['Zurbania']);
  });

  it('knows a refusal from an answer', () => {
    expect(review({ prompt: '', text: ' I will not help with that.', stopped: true }).isRefusal).toBe(true);
    expect(review({ prompt: '', text: ' The capital of France is Paris.', stopped: true }).isRefusal).toBe(false);
  });
});
