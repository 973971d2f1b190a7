import dictionary from 'dictionary-en';
import { expect, test } from 'vitest';
import { properNames } from './lexicon.ts';
import { createSpeller } from './spelling.ts';

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const speller = createSpeller({ aff: decode(dictionary.aff), dic: decode(dictionary.dic) }, properNames);

test.each(['the', 'The', "don't", 'neighbors', 'Paris', 'Anna', "Anna's", 'axe', 'a', 'I', 'B'])(
  '%s is a word',
  (word) => {
    expect(speller.isWord(word)).toBe(true);
  },
);

test.each(['teh', 'freind', 'Zorland', 'b', 'recieve', 'hom'])('%s is not', (word) => {
  expect(speller.isWord(word)).toBe(false);
});

test('a web page in the place of the dictionary is refused', () => {
  const page = '<!doctype html><title>Lab</title>';
  const aff = decode(dictionary.aff);
  for (const files of [
    { aff: page, dic: page },
    { aff, dic: page },
    { aff, dic: '' },
  ]) {
    expect(() => createSpeller(files, [])).toThrow(/is none, perhaps a web page/);
  }
});
