import { expect, test } from 'vitest';
import { firstTurn, hasPhrase, withoutPhrase, wordsOf } from './words.ts';

test('words are letters, with inner apostrophes', () => {
  expect(wordsOf("Don't say “Müller’s 12 cats”, please!")).toEqual(["Don't", 'say', "Müller's", 'cats', 'please']);
  expect(wordsOf(' 7 + 5. ')).toEqual([]);
});

test('phrases are found whole, in any case', () => {
  expect(hasPhrase('The capital is NEW DELHI.', 'New Delhi')).toBe(true);
  expect(hasPhrase('It is 120.', '12')).toBe(false);
  expect(hasPhrase('Romeo', 'Rome')).toBe(false);
  expect(hasPhrase('A bird-house', 'bird')).toBe(true);
  expect(hasPhrase('Washington D.C.', 'Washington D.C.')).toBe(true);
  expect(withoutPhrase('2 plus 2 is 22, not 2.', '2').trim()).toMatch(/^plus\s+is 22, not\s+\.$/);
});

test("the first turn ends where the next speaker's begins", () => {
  expect(firstTurn(" I can't.\nUser: Why?\nAssistant: No.")).toBe("I can't.");
  expect(firstTurn(' One line.\nAnother line.')).toBe('One line.\nAnother line.');
  expect(firstTurn('')).toBe('');
});
