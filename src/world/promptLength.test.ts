import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evalPlan } from './evals/evalPlan.ts';
import { allItems } from './prompts/allPrompts.ts';
import { buildSftPairs, tokenizeExample } from './sftData.ts';
import { loadTokenizer } from './tokenizer.ts';

const file = new URL('../../public/models/lab-1m/tokenizer.json', import.meta.url);

describe.runIf(existsSync(file))('with the tokenizer of lab-1m', () => {
  const load = () => loadTokenizer(JSON.parse(readFileSync(file, 'utf8')));

  test('every prompt is at most 64 tokens, so that a reply fits into the context', () => {
    const tokenizer = load();
    const texts = [
      ...allItems.map(({ prompt }) => prompt.text),
      ...evalPlan({ seed: 1 }).flatMap(({ prompts }) => prompts.map(({ text }) => text)),
    ];
    for (const text of new Set(texts)) expect(tokenizer.encode(text).length, text).toBeLessThanOrEqual(64);
  });

  test('a demonstration ends with the end-of-text token, within the 40 tokens that the EOS rate looks at', () => {
    const tokenizer = load();
    for (const pair of buildSftPairs({ seed: 42 })) {
      const { promptIds, completionIds } = tokenizeExample(tokenizer, pair);
      expect(completionIds.at(-1)).toBe(tokenizer.eosId);
      expect(completionIds.length, pair.completion).toBeLessThanOrEqual(40);
      // The seam: prompt and completion are tokenized apart, and together they give the same ids.
      expect([...promptIds, ...completionIds.slice(0, -1)]).toEqual(
        tokenizer.encode(pair.prompt.text + pair.completion),
      );
    }
  });
});
