/** Gold against replies read from trained policies: silly ones must not get much, good ones must get their due. */
import { describe, expect, test } from 'vitest';
import { findPrompt } from '../prompts/selectPrompts.ts';
import { goodReplies } from './adversarial/good.ts';
import { sillyReplies } from './adversarial/silly.ts';
import { say, tools } from './fixtures.ts';
import { defaultSpec, judge } from './gold.ts';

function goldOf(question: string, reply: string) {
  const prompt = findPrompt(question);
  if (!prompt) throw new Error(`the world has no prompt “${question}”`);
  // Tokens: a little more than one a word.
  const tokens = Math.round(reply.trim().split(/\s+/).length * 1.3) + 1;
  const { total, rules } = judge(defaultSpec, prompt, say(reply.trim(), { tokens }), tools);
  return { total, why: rules[0]?.reason ?? '' };
}

describe('the suite', () => {
  test('has at least 160 pairs of either kind, none twice', () => {
    for (const rows of [sillyReplies, goodReplies]) {
      expect(rows.length).toBeGreaterThanOrEqual(160);
      expect(new Set(rows.map(({ question, reply }) => `${question}${reply}`)).size).toBe(rows.length);
    }
  });
});

test.each(sillyReplies)('$question “$reply” gets $atMost at most', ({ question, reply, atMost }) => {
  const { total, why } = goldOf(question, reply);
  expect(total, why).toBeLessThanOrEqual(atMost);
});

test.each(goodReplies)('$question “$reply” gets $atLeast at least', ({ question, reply, atLeast }) => {
  const { total, why } = goldOf(question, reply);
  expect(total, why).toBeGreaterThanOrEqual(atLeast);
});
