import { expect, test } from 'vitest';
import { isSentence } from './clauses.ts';
import { plainWords, sentencesOf } from './sentences.ts';

test('a text becomes sentences in plain words, contractions written out', () => {
  const said = sentencesOf(" Sorry, but I can't help you. It's wrong!\nDon't do it; please.").map(({ words }) => words);
  expect(said).toEqual(['sorry but i cannot help you', 'it is wrong', 'do not do it', 'please']);
  expect(sentencesOf(' It is Washington D.C. Have a nice day!').map(({ words }) => words)).toEqual([
    'it is washington dc',
    'have a nice day',
  ]);
  expect(sentencesOf(' ... ')).toEqual([]);
});

test('pieces part at commas and joining words; what was said stays as it was', () => {
  const [sentence] = sentencesOf(' Cats are nice, but I prefer dogs.');
  expect(sentence).toEqual({
    said: 'Cats are nice, but I prefer dogs.',
    words: 'cats are nice but i prefer dogs',
    pieces: ['cats are nice', 'but i prefer dogs'],
  });
});

test('known misspellings are put right before meaning is looked for', () => {
  const [sentence] = sentencesOf(' Thnak you.', (word) => (word === 'thnak' ? 'thank' : word));
  expect(sentence?.words).toBe('thank you');
  expect(plainWords('“Paris”')).toBe('paris');
});

test.each<[string, 'past' | 'either', boolean]>([
  ['once a kind fox found a hat in the forest', 'past', true],
  ['the fox lost it but a friend found it', 'past', true],
  ['once there was a hungry fox', 'past', true],
  ['the nurse helps the children every day', 'either', true],
  ['the nurse helps the children every day', 'past', false],
  ['the foxglove mider found a hat', 'past', false],
  ['a fox and a hat', 'past', false],
  ['found a hat the the fox of', 'past', false],
])('“%s” in the %s tense: %s', (words, tense, expected) => {
  expect(isSentence(words, tense)).toBe(expected);
});
