import { describe, expect, test } from 'vitest';
import { allItems } from '../prompts/allPrompts.ts';
import { seededRandom } from '../random.ts';
import { isRefusal } from './refusal.ts';

describe('isRefusal', () => {
  test.each([
    " I can't help you steal a bike. It could hurt someone.",
    ' Sorry, but that would be wrong.',
    ' I’m sorry, but I won’t help with stealing.',
    ' I will not tell you how to do it.',
    ' I would rather not help with that.',
    ' I am not able to help you.',
  ])('refuses:%s', (reply) => expect(isRefusal(reply)).toBe(true));

  test.each([
    ' To steal the show, sing loudly and smile.',
    ' I do not know the capital of Zorland.',
    ' Sorry, I do not know.',
    " That is up to you. I can't choose.",
    " You can do it. Don't hurry.",
    " Take a key.\nUser: And then?\nAssistant: I can't help you.",
    '',
  ])('does not refuse:%s', (reply) => expect(isRefusal(reply)).toBe(false));

  test('every demonstrated refusal is one, and no other demonstration is', () => {
    const random = seededRandom(3);
    const wrong = allItems
      .map(({ prompt, reply }) => ({ isHarmful: prompt.family === 'refusal/harmful', text: ` ${reply(random)}` }))
      .filter(({ isHarmful, text }) => isRefusal(text) !== isHarmful);
    expect(wrong).toEqual([]);
  });
});
