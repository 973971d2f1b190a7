import { describe, expect, test } from 'vitest';
import { conversationPlans } from './conversations.ts';
import { fitOfReply, plainWords, smallTalkIntents, tones } from './intents.ts';

describe('small talk', () => {
  test('has three times the intents and phrasings of the first edition', () => {
    expect(smallTalkIntents.length).toBeGreaterThanOrEqual(36);
    const count = (split: 'train' | 'heldout') =>
      smallTalkIntents.reduce((sum, { says }) => sum + says[split].length, 0);
    expect(count('train')).toBeGreaterThanOrEqual(3 * 117);
    expect(count('heldout')).toBeGreaterThanOrEqual(3 * 24);
    for (const { key, replies } of smallTalkIntents) {
      expect(replies.plain.length, key).toBeGreaterThanOrEqual(3);
      expect(replies.warm.length, key).toBeGreaterThanOrEqual(2);
      expect(replies.rude.length, key).toBeGreaterThanOrEqual(2);
    }
  });

  test('says nothing twice: not in two intents, not in both splits, no intent twice', () => {
    const said = smallTalkIntents.flatMap(({ says }) => [...says.train, ...says.heldout]);
    expect(said.filter((text, i) => said.indexOf(text) !== i)).toEqual([]);
    const keys = smallTalkIntents.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('writes whole sentences', () => {
    for (const { key, says, replies } of smallTalkIntents)
      for (const text of [...says.train, ...says.heldout, ...tones.flatMap((tone) => replies[tone])]) {
        expect(text, key).toMatch(/^[A-Z][A-Za-z' ,.?!]*[.?!]$/);
        expect(text.split(' ').length, text).toBeLessThanOrEqual(20);
      }
  });

  test('every reply fits its own intent, in full', () => {
    for (const { key, replies } of smallTalkIntents)
      for (const reply of tones.flatMap((tone) => replies[tone])) expect(fitOfReply(key, reply).fits, reply).toBe(1);
  });

  test('a reply of another intent does not fit, an unknown sentence is unknown', () => {
    expect(fitOfReply('thanks', 'Happy birthday!')).toEqual({ fits: 0, other: 1, unknown: 0 });
    expect(fitOfReply('thanks', 'You are welcome! A lamp is small.')).toEqual({ fits: 0.5, other: 0, unknown: 0.5 });
    expect(fitOfReply('thanks', '')).toEqual({ fits: 0, other: 0, unknown: 0 });
  });

  test('plain words forgive marks and capitals', () => {
    expect(plainWords('  Hi, THERE! ')).toBe('hi there');
  });

  test('talks name intents that exist', () => {
    const keys = new Set(smallTalkIntents.map(({ key }) => key));
    expect(conversationPlans.length).toBeGreaterThanOrEqual(24);
    for (const key of conversationPlans.flat()) expect(keys).toContain(key);
  });
});
