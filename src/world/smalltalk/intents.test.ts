import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../grammar/sentences.ts';
import { conversationPlans } from './conversations.ts';
import { smallTalkIntents, tones } from './intents.ts';
import { isRudeTalk, isWarmTalk, knownSentence } from './knownSentences.ts';

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

  test('every sentence of a reply is known to reply to its intent, in its tone', () => {
    for (const { key, replies } of smallTalkIntents)
      for (const tone of tones)
        for (const { words } of replies[tone].flatMap((reply) => sentencesOf(reply)))
          expect(knownSentence(words)?.get(key), words).toContain(tone);
  });

  test('a sentence is known for its own intents only, in its own tones; others are not known', () => {
    expect(knownSentence('happy birthday')?.has('birthday')).toBe(true);
    expect(knownSentence('happy birthday')?.has('thanks')).toBe(false);
    expect(knownSentence('a lamp is small')).toBeUndefined();
    expect([isRudeTalk('buy a watch'), isWarmTalk('buy a watch')]).toEqual([true, false]);
    expect([isRudeTalk('i hope you slept well'), isWarmTalk('i hope you slept well')]).toEqual([false, true]);
    expect([isRudeTalk('good morning'), isWarmTalk('good morning')]).toEqual([false, false]);
  });

  test('talks name intents that exist', () => {
    const keys = new Set(smallTalkIntents.map(({ key }) => key));
    expect(conversationPlans.length).toBeGreaterThanOrEqual(24);
    for (const key of conversationPlans.flat()) expect(keys).toContain(key);
  });
});
