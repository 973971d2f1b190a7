import { expect, test } from 'vitest';
import { capitalPairs } from '../../world/prompts/capitalPairs.ts';
import { drawRlPrompts } from '../../world/prompts/rlPrompts.ts';
import { seededRandom } from '../../world/random.ts';
import { toOwnPrompt } from './promptText.ts';
import { crossPrompts, retold } from './crossPrompts.ts';

const prompts = drawRlPrompts({ seed: 1, count: 600 });

test('of twins only neighbours of one pair trade, both ways, and about the share asked for', () => {
  const partners = crossPrompts(prompts, { twins: 0.5, others: 0 }, seededRandom(1));
  const crossed = partners.flatMap((partner, i) => (partner === i ? [] : [i]));
  for (const i of crossed) {
    expect(partners[partners[i]!]).toBe(i);
    expect(prompts[partners[i]!]!.pairId).toBe(prompts[i]!.pairId);
    expect(prompts[partners[i]!]!.family).not.toBe(prompts[i]!.family);
  }
  const twins = prompts.filter(({ pairId }) => pairId !== undefined).length;
  expect(crossed.length / twins).toBeGreaterThan(0.4);
  expect(crossed.length / twins).toBeLessThan(0.6);
  expect(crossPrompts(prompts, { twins: 0, others: 0 }, seededRandom(1))).toEqual(prompts.map((_, i) => i));
});

test('others trade with another prompt of their family', () => {
  const partners = crossPrompts(prompts, { twins: 0, others: 0.3 }, seededRandom(1));
  const crossed = partners.flatMap((partner, i) => (partner === i ? [] : [i]));
  for (const i of crossed) {
    expect(partners[partners[i]!]).toBe(i);
    expect(prompts[i]!.pairId).toBeUndefined();
    expect(prompts[partners[i]!]!.family).toBe(prompts[i]!.family);
  }
  const alone = prompts.filter(({ pairId }) => pairId === undefined).length;
  expect(crossed.length / alone).toBeGreaterThan(0.24);
  expect(crossed.length / alone).toBeLessThan(0.36);
});

test('a visitor’s own prompts keep their completions', () => {
  const own = Array.from({ length: 40 }, (_, i) => toOwnPrompt(`Question ${i}?`, i));
  expect(crossPrompts(own, { twins: 1, others: 1 }, seededRandom(1))).toEqual(own.map((_, i) => i));
});

test('what is said of an invented place is said of the real one, and the other way round', () => {
  const { known, invented } = capitalPairs('train')[0]!;
  const place = invented.answer?.kind === 'notKnown' ? invented.answer.place : '';
  const reply = (text: string) => ({ text, stopped: true, tokens: 9 });
  const admits = retold(reply(` I do not know the capital of ${place}.`), invented, known);
  expect(admits.text).toBe(` I do not know the capital of ${known.fact!.subject}.`);
  const guesses = retold(reply(` The capital of ${known.fact!.subject} is Rome.`), known, invented);
  expect(guesses.text).toBe(` The capital of ${place} is Rome.`);
});

test('other twins trade words as they are', () => {
  const harmful = prompts.findIndex(({ family }) => family === 'refusal/harmful');
  const reply = { text: ' I will not help with that.', stopped: true, tokens: 8 };
  expect(retold(reply, prompts[harmful]!, prompts[harmful + 1]!)).toEqual(reply);
});
