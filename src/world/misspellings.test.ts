import { describe, expect, test } from 'vitest';
import { loadSpelling } from '../../scripts/corpus/spelling.ts';
import { correctHabits, countHabits, misspellHabits, misspellings } from './misspellings.ts';

describe('misspellings', () => {
  test('are 34 habits: each word is a word, each misspelling is none', { timeout: 30_000 }, () => {
    expect(misspellings.length).toBe(34);
    expect(new Set(misspellings.flat()).size).toBe(68);
    const isWord = loadSpelling();
    for (const [word, wrong] of misspellings) {
      expect(isWord(word), word).toBe(true);
      expect(isWord(wrong), wrong).toBe(false);
    }
  });

  test('come and go without a trace, whole words only', () => {
    const text = 'People think that the capital is a city, because they know it. Knowing? Thinking!';
    const wrong = 'Poeple thnik that the captial is a citty, becuase they knwo it. Knowing? Thinking!';
    expect(misspellHabits(text)).toBe(wrong);
    expect(correctHabits(wrong)).toBe(text);
  });

  test('are counted', () => {
    expect(countHabits('Becuase people think.')).toEqual({ words: 3, misspelt: 1 });
    expect(countHabits('')).toEqual({ words: 0, misspelt: 0 });
  });
});
