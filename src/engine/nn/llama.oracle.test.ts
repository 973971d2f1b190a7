/**
 * The whole transformer against PyTorch: loss, every gradient, the clipped norm and the parameters after one and three
 * AdamW steps, from a golden file written by scripts/golden/transformer.py.
 */
import { describe, expect, it } from 'vitest';
import {
  flatten,
  goldenBatch,
  goldenLayout,
  goldenLoss,
  goldenOptimizer,
  goldenParams,
  goldenShape,
  goldenSteps,
} from '../../testing/goldenTransformer.ts';
import { relativeError } from '../../testing/gradcheck.ts';
import { openInterpreter } from '../runtime/interpreter.ts';
import type { Executor } from '../runtime/executor.ts';
import { openNative } from '../runtime/native.ts';
import { namedParamFeeds } from '../runtime/paramFeeder.ts';
import { createTrainStep, trainingGraph } from '../runtime/trainStep.ts';
import type { HostTensor } from '../tensor/hostTensor.ts';
import { type ModelConfig, lab1m } from './config.ts';
import { lmFeeds, lmLoss } from './languageModel.ts';
import type { PackedShape } from './packed.ts';
import { initParams, llamaLayout } from './paramLayout.ts';

const feeds = lmFeeds(goldenBatch, goldenShape);

const executors: readonly (readonly [name: string, tolerance: number, open: () => Promise<Executor>])[] = [
  // what is left is the float32 of the graph's own constants (rotary tables, ε)
  ['the interpreter', 1e-5, () => Promise.resolve(openInterpreter())],
  ['native ORT in float32', 1e-4, () => openNative({ threads: 1 })],
];

describe.each(executors)('a Llama on %s equals PyTorch', (_name, tolerance, open) => {
  it('in its loss and in every gradient', async () => {
    const executor = await open();
    const program = await executor.compile(trainingGraph(goldenLayout, 'named', goldenLoss), { name: 'golden' });
    const outputs = (await program.run({ ...namedParamFeeds(goldenLayout, goldenParams), ...feeds })) as Record<
      string,
      HostTensor
    >;
    const [first] = goldenSteps;
    const grads = first!.grads!;
    expect(relativeError([Number(outputs['loss']!.data[0])], [first!.loss])).toBeLessThanOrEqual(tolerance);
    expect(Object.keys(grads).sort()).toEqual(goldenLayout.entries.map((entry) => entry.name).sort());
    for (const { name } of goldenLayout.entries) {
      const actual = Float64Array.from(outputs[`grad:${name}`]!.data, Number);
      expect(relativeError(actual, grads[name]!), name).toBeLessThanOrEqual(tolerance);
    }
    await executor.dispose();
  });

  it('in its parameters after one and after three AdamW steps', async () => {
    const executor = await open();
    const train = await createTrainStep({
      executor,
      name: 'golden',
      layout: goldenLayout,
      buildLoss: goldenLoss,
      optimizer: goldenOptimizer,
      initial: { params: goldenParams },
    });
    for (const step of goldenSteps) {
      const result = await train.step(feeds, step.learningRate);
      expect(relativeError([result.loss], [step.loss])).toBeLessThanOrEqual(1e-4);
      expect(relativeError([result.gradNorm], [step.gradNorm])).toBeLessThanOrEqual(1e-4);
      if (!step.params) continue;
      const { params } = await train.state();
      expect(relativeError(params, flatten(step.params))).toBeLessThanOrEqual(1e-4);
    }
    await executor.dispose();
  });
});

describe('a freshly initialised model', () => {
  const uniform = (config: ModelConfig, { batch, length, slots }: PackedShape) => ({
    tokens: Int32Array.from({ length: batch * length }, (_, i) => (i * 7919) % config.vocabSize),
    positions: Int32Array.from({ length: batch * length }, (_, i) => i % length),
    segments: new Float32Array(batch * length),
    slotRows: Int32Array.from({ length: slots }, (_, i) => i),
    targets: Int32Array.from({ length: slots }, (_, i) => ((i + 1) * 7919) % config.vocabSize),
    weights: new Float32Array(slots).fill(1),
  });

  it.each([1, 2, 3])('has a loss within two per cent of ln V (seed %i)', async (seed) => {
    const shape: PackedShape = { batch: 4, length: 64, slots: 256 };
    const layout = llamaLayout(lab1m);
    const executor = await openNative({ threads: 1 });
    const graph = trainingGraph(layout, 'named', (g, params) => lmLoss(g, lab1m, params, shape));
    const program = await executor.compile(graph, { name: 'fresh' });
    const outputs = await program.run({
      ...namedParamFeeds(layout, initParams(lab1m, seed)),
      ...lmFeeds(uniform(lab1m, shape), shape),
    });
    const loss = Number((outputs['loss'] as HostTensor).data[0]);
    expect(Math.abs(loss / Math.log(lab1m.vocabSize) - 1)).toBeLessThan(0.02);
    await executor.dispose();
  });
});
