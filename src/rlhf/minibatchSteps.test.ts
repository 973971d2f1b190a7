import { afterAll, beforeAll, expect, test } from 'vitest';
import * as ops from '../engine/autodiff/ops.ts';
import { adamwDefaults } from '../engine/nn/adamw.ts';
import { initParams, llamaLayout } from '../engine/nn/paramLayout.ts';
import type { Executor, Feeds } from '../engine/runtime/executor.ts';
import { openNative } from '../engine/runtime/native.ts';
import { type TrainStep, createTrainStep } from '../engine/runtime/trainStep.ts';
import { Random } from '../engine/tensor/random.ts';
import { exactConfig } from '../testing/exactWorld.ts';
import { type MinibatchStep, type StepsOptions, takeSteps } from './minibatchSteps.ts';
import { policyTerms } from './policyTerms.ts';

let executor: Executor;
beforeAll(async () => {
  executor = await openNative({ threads: 1 });
});
afterAll(() => executor.dispose());

const random = new Random(5);
const floats = (length: number) => Float32Array.from({ length }, () => random.normal() / 4);

/** Eleven completions of 1 to 4 tokens, some forced, with columns of random numbers. */
const rollouts = Array.from({ length: 11 }, (_, i) => {
  const completionIds = Array.from({ length: 1 + (i % 4) }, () => 3 + random.int(5));
  return {
    promptIds: [2],
    completionIds,
    completionMask: completionIds.map((_, t) => Number(t !== 1 || i % 3 > 0)),
    logprobs: floats(completionIds.length).map((x) => x - 2),
    advantages: floats(completionIds.length),
  };
});

const large = { batch: 8, length: 8, slots: 64 };
/** Holds two or three of the completions. */
const small = { batch: 1, length: 8, slots: 8 };

/** −mean(A·ratio) on the exact world's model. */
const openTrain = (shape: typeof large) =>
  createTrainStep({
    executor,
    name: 'steps',
    layout: llamaLayout(exactConfig),
    buildLoss(graph, policy) {
      const terms = policyTerms(graph, exactConfig, policy, shape);
      const loss = ops.neg(terms.mean(ops.mul(terms.column('advantages'), terms.ratio)));
      return { loss: ops.mul(loss, terms.scalar('factor')), metrics: terms.metrics };
    },
    optimizer: { ...adamwDefaults, epsilon: 1e-3 },
    initial: { params: initParams(exactConfig, 3) },
  });

type Column = 'logprobs' | 'advantages';

async function stepsOf(changed: Partial<StepsOptions<Column>> & Pick<StepsOptions<Column>, 'train' | 'shape'>) {
  const steps: MinibatchStep[] = [];
  for await (const step of takeSteps<Column>({
    padId: exactConfig.padId,
    rollouts,
    epochs: 2,
    minibatches: 3,
    learningRate: 1e-2,
    seedOf: (epoch) => 100 + epoch,
    columns: ['logprobs', 'advantages'],
    scalars: { inverseTemperature: 1, factor: 2 },
    ...changed,
  })) {
    steps.push(step);
  }
  return steps;
}

test('minibatches run in several packed batches take the very steps they take in one', async () => {
  const [whole, inParts] = [await openTrain(large), await openTrain(small)];
  const expected = await stepsOf({ train: whole, shape: large });
  const actual = await stepsOf({ train: inParts, shape: small });
  expect(actual.map(({ minibatch }) => minibatch)).toEqual(expected.map(({ minibatch }) => minibatch));
  actual.forEach(({ metrics }, i) => {
    for (const [name, value] of Object.entries(expected[i]!.metrics)) expect(metrics[name], name).toBeCloseTo(value, 4);
  });
  const [left, right] = [await whole.state(), await inParts.state()];
  expect(right.steps).toBe(6);
  right.params.forEach((value, i) => expect(value).toBeCloseTo(left.params[i]!, 4));
});

/** Takes no step; keeps what it was fed: a list of packed batches a step. */
function recorder() {
  const fed: (readonly Feeds[])[] = [];
  const train = {
    step: (feeds: readonly Feeds[]) => {
      fed.push(feeds);
      return Promise.resolve({ loss: 0, gradNorm: 4, metrics: { seen: fed.length } });
    },
  } as unknown as TrainStep;
  return { fed, train };
}

const numbers = (feeds: Feeds, name: string) => Array.from((feeds[name] as { data: Float32Array }).data);

test('an epoch is exactly so many steps, numbered through, with the gradient norm among the metrics', async () => {
  const { fed, train } = recorder();
  const steps = await stepsOf({ train, shape: small });
  expect(steps.map(({ minibatch }) => minibatch.index)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(steps.every(({ minibatch }) => minibatch.count === 6)).toBe(true);
  expect(steps[2]!.metrics).toEqual({ seen: 3, gradNorm: 4 });
  expect(fed.some((batches) => batches.length > 1)).toBe(true);
});

test('there are never more steps than rollouts', async () => {
  const { train } = recorder();
  const steps = await stepsOf({ train, shape: large, rollouts: rollouts.slice(0, 2), minibatches: 5, epochs: 1 });
  expect(steps.map(({ minibatch }) => minibatch)).toEqual([
    { index: 1, count: 2 },
    { index: 2, count: 2 },
  ]);
});

test('every rollout is in one minibatch of an epoch, in an order of each epoch’s own', async () => {
  const { fed, train } = recorder();
  await stepsOf({ train, shape: small });
  const advantagesOf = (batches: readonly Feeds[]) =>
    batches.flatMap((feeds) => numbers(feeds, 'advantages').filter((value) => value !== 0));
  const expected = rollouts.flatMap(({ advantages }) => Array.from(advantages)).sort();
  const [first, second] = [fed.slice(0, 3), fed.slice(3)];
  for (const epoch of [first, second]) expect(epoch.flatMap(advantagesOf).sort()).toEqual(expected);
  expect(second.map(advantagesOf)).not.toEqual(first.map(advantagesOf));
});

test('all batches of a minibatch are told its number of tokens that count, and the scalars', async () => {
  const { fed, train } = recorder();
  await stepsOf({ train, shape: small });
  for (const batches of fed) {
    const total = batches.flatMap((feeds) => numbers(feeds, 'weights')).reduce((a, b) => a + b);
    for (const feeds of batches) {
      expect(numbers(feeds, 'count')).toEqual([total]);
      expect([numbers(feeds, 'factor'), numbers(feeds, 'inverseTemperature')]).toEqual([[2], [1]]);
    }
  }
});
