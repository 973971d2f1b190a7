import dictionary from 'dictionary-en';
import { expect, test } from 'vitest';
import { smalltalkItems } from '../prompts/smalltalkPrompts.ts';
import { isHeldoutWord } from '../prompts/trainedWords.ts';
import { properNames } from '../lexicon.ts';
import { createSpeller } from '../spelling.ts';
import { smallTalkIntents } from './intents.ts';
import { morePhrasings } from './morePhrasings.ts';

const more = Object.values(morePhrasings).flat();
const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[a-z']+/g) ?? [];

/** Are they the same words but for one that is added, left out or another? */
function areNear(a: readonly string[], b: readonly string[]): boolean {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}

test.each([
  ['How are you?', 'how are you', true],
  ['How old are you?', 'How are you?', true],
  ['I am sad.', 'I am glad.', true],
  ['Hello!', 'Goodbye!', true],
  ['Are you sad now?', 'Are you glad today?', false],
  ['I am very, very sad.', 'I am sad.', false],
])('%s and %s are near: %s', (a, b, near) => {
  expect(areNear(wordsOf(a), wordsOf(b))).toBe(near);
});

test('every intent has at least 30 more phrasings, and there is no other key', () => {
  expect(Object.keys(morePhrasings)).toEqual(smallTalkIntents.map(({ key }) => key));
  for (const [key, rows] of Object.entries(morePhrasings)) expect(rows.length, key).toBeGreaterThanOrEqual(30);
});

test('none is a held-out phrasing of any intent, nor one word away from it', () => {
  const heldout = smallTalkIntents.flatMap(({ says }) => says.heldout);
  const near = more.flatMap((row) => heldout.filter((held) => areNear(wordsOf(row), wordsOf(held))));
  expect(near).toEqual([]);
});

test('none is a longer held-out phrasing in other trimmings either ("So, …", "… very …", "…, please")', () => {
  const trimmings = 'please assistant so very really hey hi hello and oh today now too much again'.split(' ');
  const core = (text: string) => wordsOf(text).filter((word) => !trimmings.includes(word));
  const heldout = smallTalkIntents.flatMap(({ says }) => says.heldout).filter((text) => core(text).length >= 4);
  const near = more.flatMap((row) => heldout.filter((held) => areNear(core(row), core(held))));
  expect(near).toEqual([]);
});

test('no phrasing comes twice over all intents, whatever its punctuation', () => {
  const sentence = (text: string) => wordsOf(text).join(' ');
  const before = new Set(smallTalkIntents.flatMap(({ says }) => [...says.train, ...says.heldout]).map(sentence));
  const added = more.map(sentence);
  expect(added.filter((text, i) => before.has(text) || added.indexOf(text) !== i)).toEqual([]);
});

test('they are short, whole sentences of words in the dictionary, without held-out things', () => {
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const speller = createSpeller({ aff: decode(dictionary.aff), dic: decode(dictionary.dic) }, properNames);
  for (const row of more) {
    expect(row).toMatch(/^[A-Z][A-Za-z' ,.?!]*[.?!]$/);
    expect(wordsOf(row).length, row).toBeLessThanOrEqual(12);
    expect(row.match(/[A-Za-z']+/g)?.filter((word) => !speller.isWord(word))).toEqual([]);
    expect(wordsOf(row).filter(isHeldoutWord)).toEqual([]);
  }
});

test('prompts ask in all of them, after the phrasings of the corpus', () => {
  for (const { key, says } of smallTalkIntents) {
    const asked = smalltalkItems.filter(
      ({ entity, prompt }) => entity === `smalltalk/${key}` && prompt.split === 'train',
    );
    expect(asked.map(({ prompt }) => prompt.question)).toEqual([...says.train, ...(morePhrasings[key] ?? [])]);
    expect(asked.map(({ prompt }) => prompt.id)).toEqual(
      asked.map((_, i) => `smalltalk/${key.replaceAll(' ', '-')}/train-${i}`),
    );
  }
});
