import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { evalPlan } from './evals/evalPlan.ts';
import { allItems } from './prompts/allPrompts.ts';
import { buildSftPairs, tokenizeExample } from './sftData.ts';
import { loadTokenizer } from './tokenizer.ts';

const file = new URL('../../public/models/lab-1m/tokenizer.json', import.meta.url);
const tokenizer = loadTokenizer(JSON.parse(readFileSync(file, 'utf8')));

test('with the tokenizer of lab-1m every prompt is at most 64 tokens, so that a reply fits into the context', () => {
  const prompts = [
    ...allItems.map(({ prompt }) => prompt),
    ...evalPlan({ seed: 1 }).flatMap(({ prompts: asked }) => asked),
  ];
  const texts = [...new Set(prompts.map(({ text }) => text))];
  expect(texts.filter((text) => tokenizer.encode(text).length > 64)).toEqual([]);
});

test('a demonstration ends with the end-of-text token, within the 40 tokens that the EOS rate looks at', () => {
  const wrong = buildSftPairs({ seed: 42 }).filter((pair) => {
    const { promptIds, completionIds } = tokenizeExample(tokenizer, pair);
    // The seam: prompt and completion are tokenized apart, and together they give the same ids.
    const together = [...tokenizer.encode(pair.prompt.text + pair.completion), tokenizer.eosId];
    return completionIds.length > 40 || [...promptIds, ...completionIds].join() !== together.join();
  });
  expect(wrong).toEqual([]);
});
