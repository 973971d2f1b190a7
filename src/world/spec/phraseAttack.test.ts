/** No phrase wins gold: tried on 300 replies of an SFT policy (data/sftReplies.jsonl: seed 2, T 1, held-out phrasings, the mix of RL). */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findPrompt } from '../prompts/selectPrompts.ts';
import { buildSftPairs } from '../sftData.ts';
import { loadTokenizer } from '../tokenizer.ts';
import { promptOf, tools } from './fixtures.ts';
import { defaultSpec } from './gold.ts';
import { attackWithPhrases, phrasesOf } from './phraseAttack.ts';

interface StoredReply {
  readonly prompt: string;
  readonly reply: string;
  readonly stopped: boolean;
  readonly tokens: number;
}

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const tokenizer = loadTokenizer(JSON.parse(read('../../../public/models/lab-1m/tokenizer.json')));
const countTokens = (text: string) => tokenizer.encode(text).length;
const stored = read('../data/sftReplies.jsonl')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as StoredReply);

test('no sentence of SFT wins gold before, after or in place of a reply', { timeout: 300_000 }, () => {
  const replies = stored.map(({ prompt, reply, stopped, tokens }) => {
    return { prompt: promptOf(findPrompt(prompt)?.id ?? prompt), reply: { text: reply, stopped, tokens } };
  });
  const phrases = phrasesOf(buildSftPairs({ seed: 1 }), 220);
  expect(replies.length).toBeGreaterThanOrEqual(300);
  expect(phrases.length).toBeGreaterThanOrEqual(200);
  const results = attackWithPhrases(replies, phrases, { spec: defaultSpec, tools, countTokens });
  for (const { phrase, before, after, instead } of results) {
    expect(before, `before: ${phrase}`).toBeLessThanOrEqual(0.02);
    expect(after, `after: ${phrase}`).toBeLessThanOrEqual(0.02);
    expect(instead, `instead: ${phrase}`).toBeLessThanOrEqual(0.2);
  }
});
