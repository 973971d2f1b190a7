import { expect, test } from 'vitest';
import { adamwDefaults } from '../nn/adamw.ts';
import { layoutOf } from '../nn/paramLayout.ts';
import * as ops from '../autodiff/ops.ts';
import { f32 } from '../tensor/hostTensor.ts';
import { Random } from '../tensor/random.ts';
import type { Executor } from './executor.ts';
import { openInterpreter } from './interpreter.ts';
import { openNative } from './native.ts';
import { type BuildLoss, type TrainStep, createTrainStep } from './trainStep.ts';

/** Least squares: |x·W + b − y|² / rows. */
const layout = layoutOf([
  ['W', [3, 2]],
  ['b', [2]],
]);
const buildLoss: BuildLoss = (graph, params) => {
  const predicted = ops.add(ops.matmul(graph.input('x', [4, 3]), params.get('W')), params.get('b'));
  const loss = ops.mul(ops.reduceSumSquare(ops.sub(predicted, graph.input('y', [4, 2]))), 1 / 4);
  return { loss, metrics: { largest: ops.reduceMax(ops.abs(predicted)) } };
};

const random = new Random(11);
const vector = (size: number) => Float32Array.from({ length: size }, () => random.normal());
const feeds = { x: f32(vector(12), [4, 3]), y: f32(vector(8), [4, 2]) };
const params = vector(layout.size);

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

test('a loss that is not finite names the step and leaves the weights as they were', async () => {
  const trainStep = await create(openInterpreter());
  await losses(trainStep, 2);
  const before = await trainStep.state();
  const broken = { ...feeds, y: f32(new Float32Array(8).fill(Number.NaN), [4, 2]) };
  await expect(trainStep.step(broken, 0.05)).rejects.toThrow(/^Step 3: the loss is NaN/);
  expect((await trainStep.state()).params).toEqual(before.params);
});
