import { describe, expect, test } from 'vitest';
import { loadSpelling } from '../../scripts/corpus/spelling.ts';
import { categories, categoryOf, isMember, memberPhrase, type Category } from './categories.ts';
import { facts } from './facts.ts';

const category = (key: string): Category => categoryOf(key) ?? categories[0]!;

describe('categories', () => {
  test('are many, with at least four members each and no member twice', () => {
    expect(categories.length).toBeGreaterThanOrEqual(70);
    expect(new Set(categories.map(({ key }) => key)).size).toBe(categories.length);
    for (const { key, members } of categories) {
      expect(members.length, key).toBeGreaterThanOrEqual(4);
      expect(new Set(members).size, key).toBe(members.length);
    }
  });

  test('agree with the facts: every kind and every color has its subjects', () => {
    const missing = facts.filter(({ relation, subject, answer }) => {
      const key = relation === 'kind' ? answer : relation === 'colour' ? `${answer} thing` : undefined;
      const known = key === undefined ? undefined : categoryOf(key);
      return known && !isMember(known, subject);
    });
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  test('are made of words', { timeout: 30_000 }, () => {
    const isWord = loadSpelling();
    const words = categories.flatMap(({ asked, members }) => [asked, ...members]).flatMap((text) => text.split(' '));
    expect(words.filter((word) => !isWord(word))).toEqual([]);
  });

  test('put members into a sentence', () => {
    const phrases = [
      ['garden thing', 'apple tree'],
      ['metal', 'gold'],
      ['blue thing', 'sky'],
      ['red thing', 'cherry'],
      ['black thing', 'coal'],
      ['planet', 'Mars'],
    ] as const;
    expect(phrases.map(([key, member]) => memberPhrase(category(key), member))).toEqual([
      'an apple tree',
      'gold',
      'the sky',
      'a cherry',
      'coal',
      'Mars',
    ]);
  });

  test('know a member by any of its forms, and nothing else', () => {
    expect(isMember(category('garden thing'), 'A rake')).toBe(true);
    expect(isMember(category('fruit'), 'cherries')).toBe(true);
    expect(isMember(category('color'), 'Blue')).toBe(true);
    expect(isMember(category('garden thing'), 'a hammer')).toBe(false);
    expect(isMember(category('fruit'), '')).toBe(false);
  });
});
