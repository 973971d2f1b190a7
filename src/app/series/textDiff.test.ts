import { describe, expect, it } from 'vitest';
import { type DiffPart, diffTexts, newSentences } from './textDiff.ts';

const own = (parts: readonly DiffPart[]) => parts.filter(({ isOwn }) => isOwn).map(({ text }) => text);
const joined = (parts: readonly DiffPart[]) => parts.map(({ text }) => text).join('');

describe('diffTexts', () => {
  it('marks whole words, and keeps both texts as they are', () => {
    const [before, after] = [' The capital of Peru is Lima.', ' The capital of Peru is surely Cuzco.'];
    const { first, second, isSame } = diffTexts(before, after);
    expect(own(first)).toEqual(['Lima']);
    expect(own(second).join('|')).toMatch(/surely.*Cuzco/);
    expect(joined(first)).toBe(before.trim());
    expect(joined(second)).toBe(after.trim());
    expect(isSame).toBe(false);
  });

  it('says when nothing differs, and when everything does', () => {
    expect(diffTexts(' I do not know.', 'I do not know.').isSame).toBe(true);
    expect(own(diffTexts('Yes', 'No').first)).toEqual(['Yes']);
    expect(diffTexts('', 'No')).toMatchObject({ first: [], second: [{ text: 'No', isOwn: true }] });
  });
});

describe('newSentences', () => {
  const marked = (before: string, text: string) =>
    newSentences(before, text).map(({ start, end }) => text.slice(start, end).trim());

  it('finds whole sentences that were not said before, at their places in the text as drawn', () => {
    expect(marked(' I do not know. Go away.', ' I do not know. Have a nice day!')).toEqual(['Have a nice day!']);
    expect(marked(' The capital is Astrel.', ' I do not know the capital.')).toEqual(['I do not know the capital.']);
    expect(marked(' It is Rome.', ' It is Rome. Take care!')).toEqual(['Take care!']);
  });

  it('marks nothing where nothing is new', () => {
    expect(marked(' It is Rome. Take care!', ' It is Rome.')).toEqual([]);
    expect(marked(' It is Rome.', ' It is Rome.')).toEqual([]);
    expect(marked(' It is Rome.', '')).toEqual([]);
  });

  it('marks all where nothing was said before', () => {
    expect(marked('', ' Yes. No.')).toEqual(['Yes. No.']);
  });
});
