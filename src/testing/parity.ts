/**
 * Any executor against the float64 interpreter: every primitive with its gradient, the whole transformer, and a short
 * training run. Returns plain numbers, so that it runs as it is in Node and in a page.
 */
import { Graph, type Tensor } from '../engine/autodiff/graph.ts';
import { gradients } from '../engine/autodiff/gradients.ts';
import { type Array64, interpret } from '../engine/autodiff/interpret.ts';
import * as ops from '../engine/autodiff/ops.ts';
import type { Primitive } from '../engine/autodiff/primitives.ts';
import { adamwDefaults } from '../engine/nn/adamw.ts';
import type { ModelConfig } from '../engine/nn/config.ts';
import { type LmBatch, lmFeeds, lmLoss } from '../engine/nn/languageModel.ts';
import type { PackedShape } from '../engine/nn/packed.ts';
import { initParams, llamaLayout } from '../engine/nn/paramLayout.ts';
import type { Executor, Feeds, Value } from '../engine/runtime/executor.ts';
import type { BuildLoss } from '../engine/runtime/lossProgram.ts';
import { bindingOf, namedParamFeeds } from '../engine/runtime/paramFeeder.ts';
import { createTrainStep, trainingGraph } from '../engine/runtime/trainStep.ts';
import { type DType, type HostTensor, f32, i32, scalar } from '../engine/tensor/hostTensor.ts';
import { Random } from '../engine/tensor/random.ts';
import { numel } from '../engine/tensor/shape.ts';
import { addGradients, buildCase, relativeError } from './gradcheck.ts';
import { primitiveCases } from './primitiveCases.ts';

const SEED = 20261122;

/** One compared tensor. */
export interface Comparison {
  readonly what: string;
  /** Relative error against the interpreter (gradcheck.ts). */
  readonly error: number;
}

export const primitives = Object.keys(gradients) as Primitive[];

/** All cases of one primitive in one graph, forward and, where there is a rule, backward. */
function primitiveGraph(op: Primitive): {
  graph: Graph;
  feeds: Record<string, Array64>;
  names: Map<string, string>;
} {
  const graph = new Graph();
  const feeds: Record<string, Array64> = {};
  const names = new Map<string, string>();
  primitiveCases[op].forEach((row, n) => {
    const prefix = `case${n}_`;
    const built = buildCase(row, SEED, graph, prefix);
    Object.assign(feeds, built.feeds);
    const { output } = built;
    graph.output(`${prefix}y`, readable(output));
    names.set(`${prefix}y`, `${op} ${row.name}`);
    if (typeof gradients[op] !== 'function' || built.differentiable.length === 0 || output.dtype !== 'f32') return;
    addGradients(built, SEED, prefix);
    names.set(`${prefix}loss`, `loss of ${op} ${row.name}`);
    for (const name of built.differentiable) names.set(`d:${name}`, `d/d${name} of ${op} ${row.name}`);
  });
  return { graph, feeds, names };
}

/** Every executor hands out f32; a bool is cast to it, and an i64 (always an index) looks itself up in a table. */
function readable(y: Tensor): Tensor {
  if (y.dtype === 'bool') return ops.cast(y, 'f32');
  if (y.dtype !== 'i64') return y;
  const table = Float32Array.from({ length: 16 }, (_, i) => i);
  return ops.gather(y.graph.constant(f32(table)), y);
}

/** Numbers as the executor's dtype. */
function toHost({ shape, data }: Array64, dtype: DType): HostTensor {
  return dtype === 'i32' ? i32(Int32Array.from(data), shape) : f32(data, shape);
}

async function numbers(executor: Executor, value: Value): Promise<Float64Array> {
  const host = 'onDevice' in value ? await executor.read(value) : value;
  return Float64Array.from(host.data, Number);
}

export async function comparePrimitive(executor: Executor, op: Primitive): Promise<Comparison[]> {
  const { graph, feeds, names } = primitiveGraph(op);
  const expected = interpret(graph, feeds);
  const program = await executor.compile(graph, { name: op });
  const used = new Set(graph.liveNodes().map((node) => node.id));
  const inputs: Feeds = Object.fromEntries(
    Object.entries(feeds)
      .filter(([name]) => used.has(graph.inputs.get(name)!))
      .map(([name, value]) => [name, toHost(value, graph.node(graph.inputs.get(name)!).dtype)]),
  );
  const outputs = await program.run(inputs);
  const rows: Comparison[] = [];
  for (const [name, what] of names) {
    rows.push({ what, error: relativeError(await numbers(executor, outputs[name]!), expected[name]!.data) });
  }
  await program.dispose();
  return rows;
}

/** A model small enough for a software GPU, with every part of a large one. */
export const tinyLlama: ModelConfig = {
  vocabSize: 48,
  width: 16,
  layers: 2,
  heads: 2,
  mlpWidth: 24,
  contextLength: 32,
  ropeTheta: 10000,
  normEps: 1e-5,
  eosId: 0,
  padId: 1,
};

const tinyShape: PackedShape = { batch: 3, length: 12, slots: 20 };

/** A batch of two documents a row, with a learnable rule: the next token is the last one plus three. */
function tinyBatch(seed: number, { batch, length, slots }: PackedShape = tinyShape): LmBatch {
  const random = new Random(seed);
  const tokens = new Int32Array(batch * length);
  const cut = Array.from({ length: batch }, () => 3 + random.int(length - 6));
  const positionOf = (i: number): number => {
    const column = i % length;
    const start = cut[Math.floor(i / length)]!;
    return column < start ? column : column - start;
  };
  for (let i = 0; i < tokens.length; i++) {
    tokens[i] = positionOf(i) === 0 ? random.int(tinyLlama.vocabSize) : (tokens[i - 1]! + 3) % tinyLlama.vocabSize;
  }
  const rows = random
    .shuffle(Array.from({ length: tokens.length }, (_, i) => i))
    .slice(0, slots)
    .sort((a, b) => a - b);
  return {
    tokens,
    positions: tokens.map((_, i) => positionOf(i)),
    segments: Float32Array.from(tokens, (_, i) => Number(i % length >= cut[Math.floor(i / length)]!)),
    slotRows: Int32Array.from(rows),
    targets: Int32Array.from(rows, (row) => (tokens[row]! + 3) % tinyLlama.vocabSize),
    // the last slots are padding, as in a real batch that isn't full
    weights: Float32Array.from(rows, (_, slot) => Number(slot < slots - 3)),
  };
}

const buildLoss: BuildLoss = (graph, params) => lmLoss(graph, tinyLlama, params, tinyShape);

/** Loss, metrics and every parameter's gradient of the whole transformer. */
export async function compareTransformer(executor: Executor): Promise<Comparison[]> {
  const layout = llamaLayout(tinyLlama);
  // larger weights than a fresh model's, so that every term matters
  const params = initParams(tinyLlama, SEED).map((x) => (x === 1 ? x : Math.fround(10 * x)));
  const feeds = lmFeeds(tinyBatch(SEED), tinyShape);

  const reference = trainingGraph(layout, 'named', buildLoss);
  const all: Feeds = { ...namedParamFeeds(layout, params), ...feeds };
  const expected = interpret(
    reference,
    Object.fromEntries(
      Object.entries(all).map(([name, value]) => [
        name,
        { shape: value.shape, data: Float64Array.from((value as HostTensor).data, Number) },
      ]),
    ),
  );

  const binding = bindingOf(executor);
  const program = await executor.compile(trainingGraph(layout, binding, buildLoss), { name: 'tiny_llama' });
  const outputs = await program.run(binding === 'flat' ? { params: f32(params), ...feeds } : all);
  const rows: Comparison[] = [];
  for (const name of ['loss', 'mean_token_accuracy', 'entropy']) {
    rows.push({ what: name, error: relativeError(await numbers(executor, outputs[name]!), expected[name]!.data) });
  }
  const flat = binding === 'flat' ? await numbers(executor, outputs['grad']!) : undefined;
  for (const { name, offset, shape } of layout.entries) {
    const actual = flat
      ? flat.subarray(offset, offset + numel(shape))
      : await numbers(executor, outputs[`grad:${name}`]!);
    rows.push({ what: `gradient of ${name}`, error: relativeError(actual, expected[`grad:${name}`]!.data, 1e-7) });
  }
  await program.dispose();
  return rows;
}

/** Losses of a short run with AdamW, one batch a step, learning rate constant. */
export function trainingCurve(executor: Executor, steps = 100): Promise<number[]> {
  return curveOf(executor, buildLoss, steps, (step) => lmFeeds(tinyBatch(step), tinyShape));
}

/** The same, with two batches added up in every second step. */
export function curveInParts(executor: Executor, steps = 20): Promise<number[]> {
  const buildShare: BuildLoss = (graph, params) => {
    const { loss, metrics } = buildLoss(graph, params);
    return { loss: ops.mul(loss, graph.input('share', [])), metrics };
  };
  return curveOf(executor, buildShare, steps, (step) => {
    const seeds = step % 2 === 0 ? [step] : [step, 1000 + step];
    return seeds.map((seed) => ({ ...lmFeeds(tinyBatch(seed), tinyShape), share: scalar(1 / seeds.length) }));
  });
}

async function curveOf(
  executor: Executor,
  loss: BuildLoss,
  steps: number,
  feedsOf: (step: number) => Feeds | readonly Feeds[],
): Promise<number[]> {
  const train = await createTrainStep({
    executor,
    name: 'tiny_run',
    layout: llamaLayout(tinyLlama),
    buildLoss: loss,
    optimizer: adamwDefaults,
    initial: { params: initParams(tinyLlama, SEED) },
  });
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) losses.push((await train.step(feedsOf(step), 0.01)).loss);
  await train.dispose();
  return losses;
}
