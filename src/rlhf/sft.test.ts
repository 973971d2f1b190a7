import { expect, test } from 'vitest';
import { initParams } from '../engine/nn/paramLayout.ts';
import { openInterpreter } from '../engine/runtime/interpreter.ts';
import { openNative } from '../engine/runtime/native.ts';
import { tinyConfig } from '../testing/tinyModel.ts';
import type { RecipeStep, TokenizedExample } from './recipe.ts';
import { type SftOptions, createSft } from './sft.ts';

const config = { ...tinyConfig, vocabSize: 64, contextLength: 16 };
const settings = {
  steps: 6,
  batchSize: 2,
  sequenceLength: 12,
  learningRate: 0.02,
  warmupFraction: 0.2,
  minLearningRateFraction: 0.1,
  weightDecay: 0.01,
  evalEvery: 3,
  packing: true,
};
/** Reply to a token with its successor, then stop. */
const examples: TokenizedExample[] = Array.from({ length: 20 }, (_, i) => ({
  promptIds: [10 + i, 3],
  completionIds: [11 + i, 0],
}));

const optionsWith = (overrides: Partial<SftOptions>): SftOptions => ({
  executor: openInterpreter(),
  config,
  params: initParams(config, 1),
  train: examples,
  heldout: examples.slice(0, 6),
  settings,
  seed: 5,
  ...overrides,
});

async function runAll(options: SftOptions): Promise<{ steps: RecipeStep[]; params: Float32Array }> {
  const run = await createSft(options);
  const steps: RecipeStep[] = [];
  for await (const step of run.steps()) steps.push(step);
  const params = (await run.state()).params;
  await run.dispose();
  return { steps, params };
}

test('before the first update the held-out loss of a fresh model is ln V (within 2 %)', async () => {
  const { steps } = await runAll(optionsWith({ settings: { ...settings, steps: 1 } }));
  expect(steps[0]).toMatchObject({ step: 0, totalSteps: 1 });
  expect(Math.abs(steps[0]!.metrics['eval/loss']! / Math.log(config.vocabSize) - 1)).toBeLessThan(0.02);
});

test('the loss falls, TRL-named metrics come with every step, the held-out loss every third', async () => {
  const { steps } = await runAll(optionsWith({}));
  const keys = ['loss', 'mean_token_accuracy', 'entropy', 'grad_norm', 'learning_rate', 'num_tokens'];
  for (const { metrics } of steps.slice(1)) expect(Object.keys(metrics)).toEqual(expect.arrayContaining(keys));
  expect(steps.filter(({ metrics }) => 'eval/loss' in metrics).map(({ step }) => step)).toEqual([0, 3, 6]);
  expect(steps.at(-1)!.metrics['loss']).toBeLessThan(steps[1]!.metrics['loss']! - 0.1);
  expect(steps.at(-1)!.metrics['eval/loss']).toBeLessThan(steps[0]!.metrics['eval/loss']! - 0.1);
});

test('prompt tokens do not count: another prompt target changes nothing in the loss but through attention', async () => {
  // all completions the same single token: the loss is the mean of −log p of that token alone
  const constant = examples.map(({ promptIds }) => ({ promptIds, completionIds: [0] }));
  const { steps } = await runAll(
    optionsWith({ train: constant, heldout: [], settings: { ...settings, steps: 12, learningRate: 0.05 } }),
  );
  expect(steps.at(-1)!.metrics['loss']).toBeLessThan(0.2);
});

test('the same seed gives the identical curve twice on the native device, another seed another curve', async () => {
  const executor = await openNative({ threads: 1 });
  const curve = async (seed: number) =>
    (await runAll(optionsWith({ executor, seed }))).steps.map(({ metrics }) => metrics['loss']);
  const first = await curve(5);
  expect(await curve(5)).toEqual(first);
  expect(await curve(6)).not.toEqual(first);
  await executor.dispose();
});

test('a learning rate that blows up stops the run, naming the step, and keeps finite weights', async () => {
  const run = await createSft(
    optionsWith({ settings: { ...settings, steps: 40, learningRate: 1e20, warmupFraction: 0 } }),
  );
  const pullAll = async () => {
    for await (const step of run.steps()) void step;
  };
  await expect(pullAll()).rejects.toMatchObject({
    name: 'NonFiniteError',
    message: expect.stringMatching(/^Step \d+: the .* is/) as string,
  });
});
