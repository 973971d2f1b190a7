import { expect, test } from 'vitest';
import { adamwDefaults } from '../nn/adamw.ts';
import { layoutOf } from '../nn/paramLayout.ts';
import * as ops from '../autodiff/ops.ts';
import type { Tensor } from '../autodiff/graph.ts';
import { f32, scalar } from '../tensor/hostTensor.ts';
import { Random } from '../tensor/random.ts';
import type { Executor } from './executor.ts';
import { openInterpreter } from './interpreter.ts';
import { openNative } from './native.ts';
import type { BuildLoss } from './lossProgram.ts';
import { type TrainStep, createTrainStep } from './trainStep.ts';

/** Least squares: Σ w·|x·W + b − y|² / count over four rows. */
const layout = layoutOf([
  ['W', [3, 2]],
  ['b', [2]],
]);
const buildLoss: BuildLoss = (graph, params) => {
  const predicted = ops.add(ops.matmul(graph.input('x', [4, 3]), params.get('W')), params.get('b'));
  const miss = ops.sub(predicted, graph.input('y', [4, 2]));
  const [weights, count] = [graph.input('weights', [4, 1]), graph.input('count', [])];
  const share = (x: Tensor) => ops.div(ops.reduceSum(ops.mul(x, weights)), count);
  return { loss: share(ops.mul(miss, miss)), metrics: { miss: share(miss) } };
};

const random = new Random(11);
const vector = (size: number) => Float32Array.from({ length: size }, () => random.normal());
const [x, y] = [vector(12), vector(8)];
const params = vector(layout.size);
const feedsOf = (weights: readonly number[]) => ({
  x: f32(x, [4, 3]),
  y: f32(y, [4, 2]),
  weights: f32(weights, [4, 1]),
  count: scalar(4),
});
const feeds = feedsOf([1, 1, 1, 1]);

const create = (executor: Executor, initial: Parameters<typeof createTrainStep>[0]['initial'] = { params }) =>
  createTrainStep({ executor, name: 'squares', layout, buildLoss, optimizer: adamwDefaults, initial });

async function losses(trainStep: TrainStep, steps: number): Promise<number[]> {
  const result: number[] = [];
  for (let step = 0; step < steps; step++) result.push((await trainStep.step(feeds, 0.05)).loss);
  return result;
}

test('it finds the least-squares fit', async () => {
  const curve = await losses(await create(openInterpreter()), 300);
  expect(curve.at(-1)).toBeLessThan(curve[0]! / 10);
});

test('stopped, saved and resumed, it goes on bit for bit as if it had not stopped', async () => {
  const executor = await openNative({ threads: 1 });
  const uninterrupted = await create(executor);
  const first = await losses(uninterrupted, 5);
  const state = await uninterrupted.state();
  const rest = await losses(uninterrupted, 5);

  const resumed = await create(executor, state);
  expect(await losses(resumed, 5)).toEqual(rest);
  expect((await resumed.state()).params).toEqual((await uninterrupted.state()).params);
  expect((await resumed.state()).steps).toBe(10);
  expect(first).not.toEqual(rest);
  await executor.dispose();
});

/** The interpreter as devices are: parameters stay there in one flat vector. */
const openDevice = (): Executor => ({ ...openInterpreter(), memory: 'device' });

test.each([
  ['host', openInterpreter],
  ['device', openDevice],
])('in %s memory a batch in parts takes the step that the whole batch takes', async (_memory, open) => {
  const whole = await create(open());
  const inParts = await create(open());
  const parts = [feedsOf([1, 0, 0, 0]), feedsOf([0, 1, 1, 0]), feedsOf([0, 0, 0, 1])];
  for (let step = 0; step < 3; step++) {
    const expected = await whole.step(feeds, 0.05);
    const actual = await inParts.step(parts, 0.05);
    expect(actual.loss).toBeCloseTo(expected.loss, 5);
    expect(actual.gradNorm).toBeCloseTo(expected.gradNorm, 5);
    expect(actual.metrics['miss']).toBeCloseTo(expected.metrics['miss']!, 5);
  }
  const [expected, actual] = [await whole.state(), await inParts.state()];
  expect(actual.steps).toBe(3);
  actual.params.forEach((value, i) => expect(value).toBeCloseTo(expected.params[i]!, 5));
  await inParts.dispose();
});

test('a list of one is the batch itself, bit for bit, and steps in parts and whole may alternate', async () => {
  for (const open of [openInterpreter, openDevice]) {
    const [whole, listed] = [await create(open()), await create(open())];
    const parts = [feedsOf([1, 1, 0, 0]), feedsOf([0, 0, 1, 1])];
    for (const now of [feeds, parts, feeds]) {
      await whole.step(now, 0.05);
      await listed.step(now === feeds ? [feeds] : parts, 0.05);
    }
    expect((await listed.state()).params).toEqual((await whole.state()).params);
  }
});

test('a loss that is not finite names the step and leaves the weights as they were', async () => {
  const trainStep = await create(openInterpreter());
  await losses(trainStep, 2);
  const before = await trainStep.state();
  const broken = { ...feeds, y: f32(new Float32Array(8).fill(Number.NaN), [4, 2]) };
  await expect(trainStep.step([feeds, broken], 0.05)).rejects.toThrow(/^Step 3: the loss is NaN/);
  expect((await trainStep.state()).params).toEqual(before.params);
});
