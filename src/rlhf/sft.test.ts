import { expect, test } from 'vitest';
import { initParams } from '../engine/nn/paramLayout.ts';
import { openInterpreter } from '../engine/runtime/interpreter.ts';
import { openNative } from '../engine/runtime/native.ts';
import { independentModel, threeSymbols } from '../testing/independentModel.ts';
import { tinyConfig } from '../testing/tinyModel.ts';
import type { RecipeStep, TokenizedExample } from './recipe.ts';
import { type SftOptions, type SftStep, createSft } from './sft.ts';

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
  pretrainingShare: 0,
  pretrainingCoef: 0.5,
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

test('held-out and first training loss by hand: the mean of −log π over the tokens that count', async () => {
  const heldout: TokenizedExample[] = [
    { promptIds: [0], completionIds: [0, 1] },
    { promptIds: [2], completionIds: [1, 2, 0], completionMask: [0, 1, 1] },
  ];
  const run = await createSft(
    optionsWith({
      config: threeSymbols,
      params: independentModel([0.7, 0.2, 0.1]),
      train: [{ promptIds: [1], completionIds: [0, 2], completionMask: [1, 0] }],
      heldout,
      // one example a batch, so that there are several batches to average over
      settings: { ...settings, batchSize: 1, sequenceLength: 4, packing: false, steps: 1 },
    }),
  );
  const { value: before } = await run.steps().next();
  const tokens = [0.7, 0.2, 0.1, 0.7];
  const expected = -tokens.reduce((total, p) => total + Math.log(p), 0) / tokens.length;
  expect(before!.metrics['eval/loss']).toBeCloseTo(expected, 5);
  await run.dispose();

  const { steps } = await runAll(
    optionsWith({
      config: threeSymbols,
      params: independentModel([0.7, 0.2, 0.1]),
      train: [{ promptIds: [1], completionIds: [0, 2], completionMask: [1, 0] }],
      heldout: [],
      settings: { ...settings, batchSize: 1, sequenceLength: 4, packing: false, steps: 1, warmupFraction: 0 },
    }),
  );
  expect(steps[0]!.step).toBe(1);
  expect(steps[0]!.metrics['loss']).toBeCloseTo(-Math.log(0.7), 5);
});

test('documents mixed in: demonstrations and documents have a mean each, and pretrainingCoef weighs the second', async () => {
  const mixed = {
    config: threeSymbols,
    params: independentModel([0.7, 0.2, 0.1]),
    train: [{ promptIds: [1], completionIds: [0, 2], completionMask: [1, 0] }],
    documents: [{ promptIds: [0], completionIds: [1, 2, 1] }],
    heldout: [],
    settings: {
      ...settings,
      batchSize: 2,
      sequenceLength: 4,
      packing: false,
      steps: 1,
      warmupFraction: 0,
      pretrainingShare: 0.5,
    },
  };
  const firstStep = async (pretrainingCoef: number) => {
    const { steps, params } = await runAll(optionsWith({ ...mixed, settings: { ...mixed.settings, pretrainingCoef } }));
    return { metrics: steps[0]!.metrics, params };
  };
  const { loss, pretraining_loss, num_tokens } = (await firstStep(0.25)).metrics;
  expect(loss).toBeCloseTo(-Math.log(0.7), 5);
  expect(pretraining_loss).toBeCloseTo(-(2 * Math.log(0.2) + Math.log(0.1)) / 3, 5);
  expect(num_tokens).toBe(2 + 3);
  // Of no weight, documents leave the gradient as it is without them; it is linear in their weight, so its square is quadratic.
  const alone = await runAll(optionsWith({ ...mixed, documents: [], settings: { ...mixed.settings, batchSize: 1 } }));
  expect(alone.steps[0]!.metrics).not.toHaveProperty('pretraining_loss');
  const unweighted = await firstStep(0);
  expect(unweighted.metrics['grad_norm']).toBeCloseTo(alone.steps[0]!.metrics['grad_norm']!, 5);
  unweighted.params.forEach((value, i) => expect(value).toBeCloseTo(alone.params[i]!, 6));
  const squares: number[] = [];
  for (const weight of [0, 1, 2, 3]) squares.push((await firstStep(weight)).metrics['grad_norm']! ** 2);
  const [a, b, c, d] = squares as [number, number, number, number];
  expect(c - 2 * b + a).toBeGreaterThan(0.01);
  expect(d - 2 * c + b).toBeCloseTo(c - 2 * b + a, 4);
});

test('a share of less than half a row takes none from the demonstrations', async () => {
  const documents = [{ promptIds: [0], completionIds: [1, 2] }];
  const { steps } = await runAll(optionsWith({ documents, settings: { ...settings, pretrainingShare: 0.2 } }));
  expect(steps).toEqual((await runAll(optionsWith({}))).steps);
});

test('the learning rate warms up, peaks and falls to its end; tokens fed are counted, padding not', async () => {
  const longer = { ...settings, steps: 10, warmupFraction: 0.2, batchSize: 1, packing: false };
  const { steps } = await runAll(optionsWith({ heldout: [], settings: longer }));
  const rates = steps.map(({ metrics }) => metrics['learning_rate']!);
  expect(rates[0]).toBeCloseTo(0.01, 9);
  expect(rates[1]).toBeCloseTo(0.02, 9);
  expect(rates.at(-1)).toBeCloseTo(0.02 * 0.1, 9);
  expect(steps.some(({ metrics }) => 'eval/loss' in metrics)).toBe(false);
  // one example a step: two prompt tokens and one of two completion tokens are inputs
  expect(steps.map(({ metrics }) => metrics['num_tokens'])).toEqual([3, 6, 9, 12, 15, 18, 21, 24, 27, 30]);
});

test('the held-out loss also comes after the last step, whenever that is', async () => {
  const { steps } = await runAll(optionsWith({ settings: { ...settings, steps: 4 } }));
  expect(steps.filter(({ metrics }) => 'eval/loss' in metrics).map(({ step }) => step)).toEqual([0, 3, 4]);
});

test('no token of a held-out batch larger than every training batch is lost', async () => {
  const run = await createSft(
    optionsWith({
      config: threeSymbols,
      params: independentModel([0.7, 0.2, 0.1]),
      train: [{ promptIds: [1], completionIds: [0] }],
      // 120 tokens in one batch
      heldout: Array.from({ length: 40 }, () => ({ promptIds: [0], completionIds: [0, 1, 2] })),
      settings: { ...settings, batchSize: 20, sequenceLength: 7, steps: 1 },
    }),
  );
  const { value: before } = await run.steps().next();
  await run.dispose();
  const expected = -(Math.log(0.7) + Math.log(0.2) + Math.log(0.1)) / 3;
  expect(before!.metrics['eval/loss']).toBeCloseTo(expected, 5);
});

test('resumed, a run takes the rest of its steps to the same weights, and counts its tokens on', async () => {
  const run = await createSft(optionsWith({}));
  const expected: RecipeStep[] = [];
  let kept: Awaited<ReturnType<typeof run.state>> | null = null;
  for await (const step of run.steps()) {
    expected.push(step);
    if (step.step === 2) kept = await run.state();
  }
  const ended = (await run.state()).params;
  await run.dispose();
  const resumed = await runAll(optionsWith({ resume: { step: 2, train: kept! } }));
  expect(resumed.steps).toEqual(expected.filter(({ step }) => step > 2));
  expect(resumed.params).toEqual(ended);
});

test('says what became of the row it has just learnt from: with evaluations, and while it is watched; the same steps', async () => {
  const run = await createSft(optionsWith({}));
  const steps: SftStep[] = [];
  for await (const step of run.steps()) {
    steps.push(step);
    run.watch(step.step === 4);
  }
  const params = (await run.state()).params;
  await run.dispose();
  expect(steps.filter(({ looked }) => looked).map(({ step }) => step)).toEqual([3, 5, 6]);
  const looked = steps.at(-1)!.looked!;
  // rows of twelve places hold four demonstrations: the last token of each is only foretold
  expect(looked).toHaveLength(4);
  for (const { example, before, after } of looked) {
    expect(example.completionIds).toHaveLength(2);
    expect([before.length, after.length]).toEqual([2, 2]);
  }
  const sum = (key: 'before' | 'after') => looked.flatMap((one) => [...one[key]]).reduce((a, b) => a + b);
  expect(sum('after')).toBeGreaterThan(sum('before'));
  expect(params).toEqual((await runAll(optionsWith({}))).params);
});
