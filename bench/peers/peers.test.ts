/** The peers of the benchmark run the very model they are compared on: same losses while training, same greedy tokens. */
import { describe, expect, it } from 'vitest';
import { adamwDefaults } from '../../src/engine/nn/adamw.ts';
import { lab1m } from '../../src/engine/nn/config.ts';
import { lmFeeds, lmLoss } from '../../src/engine/nn/languageModel.ts';
import { initParams, llamaLayout } from '../../src/engine/nn/paramLayout.ts';
import { createGenerator } from '../../src/engine/runtime/generate.ts';
import { openNative } from '../../src/engine/runtime/native.ts';
import { createTrainStep } from '../../src/engine/runtime/trainStep.ts';
import { tinyLlama } from '../../src/testing/parity.ts';
import { LEARNING_RATE, SEED, allPositions, madeUpBatch, madeUpPrompts, rollout } from '../shapes.ts';
import { openJaxLlama } from './jaxLlama.ts';
import { openTransformersRollout } from './transformersRollout.ts';

describe('peers', () => {
  it('jax-js has our losses over four steps', { timeout: 240_000 }, async () => {
    const shape = allPositions(2, 8);
    const made = madeUpBatch(shape);
    const inVocabulary = (ids: Int32Array): Int32Array => ids.map((id) => id % tinyLlama.vocabSize);
    const batch = { ...made, tokens: inVocabulary(made.tokens), targets: inVocabulary(made.targets) };
    const executor = await openNative({ threads: 1 });
    const ours = await createTrainStep({
      executor,
      name: 'peer',
      layout: llamaLayout(tinyLlama),
      buildLoss: (graph, bound) => lmLoss(graph, tinyLlama, bound, shape),
      optimizer: adamwDefaults,
      initial: { params: initParams(tinyLlama, SEED) },
    });
    const jax = await openJaxLlama(tinyLlama, shape.batch, shape.length, SEED);
    for (let step = 1; step <= 4; step++) {
      const { loss } = await ours.step(lmFeeds(batch, shape), LEARNING_RATE);
      const theirs = await jax.step(batch.tokens, batch.targets, LEARNING_RATE, step);
      expect(Math.abs(theirs / loss - 1), `step ${step}`).toBeLessThan(1e-4);
    }
    await executor.dispose();
  });

  it('transformers.js has our greedy tokens', { timeout: 120_000 }, async () => {
    // larger weights than a fresh model's, so that completions differ
    const params = initParams(lab1m, SEED).map((x) => (x === 1 ? x : Math.fround(4 * x)));
    const prompts = madeUpPrompts();
    const executor = await openNative({ threads: 1 });
    const generator = await createGenerator({ executor, config: lab1m, ...rollout });
    const request = { params, prompts, temperature: 1, greedy: true, seeds: prompts.map(() => 0) };
    const { tokens } = await generator.generate(request);
    const peer = await openTransformersRollout(lab1m, 1, params);
    const theirs = await peer.generate(true);
    expect(new Set(tokens.map(String)).size).toBeGreaterThan(rollout.batch / 2);
    // after a row's EOS transformers.js pads
    expect(theirs.map((ids, row) => ids.slice(0, tokens[row]!.length))).toEqual(tokens);
    await peer.close();
    await executor.dispose();
  });
});
