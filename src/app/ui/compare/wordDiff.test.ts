import { describe, expect, it } from 'vitest';
import { type DiffPart, diffTexts } from './wordDiff.ts';

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
