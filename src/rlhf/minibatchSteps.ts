/**
 * The optimizer steps of one update: epochs over its rollouts, each of exactly `minibatches` steps. A minibatch that doesn't
 * fit one packed batch is run in several, each with its share of the mean over all tokens of the minibatch, and their
 * gradients are added before the step.
 */
import { lmFeeds } from '../engine/nn/languageModel.ts';
import type { PackedShape } from '../engine/nn/packed.ts';
import type { Feeds } from '../engine/runtime/executor.ts';
import type { TrainStep } from '../engine/runtime/trainStep.ts';
import { f32, scalar } from '../engine/tensor/hostTensor.ts';
import { Random } from '../engine/tensor/random.ts';
import { type SequencePlan, planMinibatches, toSlots } from './minibatches.ts';
import { sum } from './numerics.ts';
import { countTargets, layOutBatch } from './packing.ts';
import type { TokenizedExample } from './recipe.ts';

/** A rollout as far as the loss is concerned: (C) columns by name. */
type WithColumns<Column extends string> = TokenizedExample & Readonly<Record<Column, ArrayLike<number>>>;

export interface StepsOptions<Column extends string> {
  readonly train: TrainStep;
  readonly shape: PackedShape;
  readonly padId: number;
  readonly rollouts: readonly WithColumns<Column>[];
  readonly epochs: number;
  /** Steps an epoch, while there are as many rollouts. */
  readonly minibatches: number;
  readonly learningRate: number;
  /** Of the order in each epoch. */
  readonly seedOf: (epoch: number) => number;
  /** Columns that the loss takes by the same names, and its scalars; `count` (policyTerms.ts) comes from here. */
  readonly columns: readonly Column[];
  readonly scalars: Readonly<Record<string, number>>;
}

export interface MinibatchStep {
  /** Which of all the steps, counted from 1. */
  readonly minibatch: { readonly index: number; readonly count: number };
  /** The loss's metrics, and gradNorm. */
  readonly metrics: Readonly<Record<string, number>>;
}

/** One optimizer step a pull. */
export async function* takeSteps<Column extends string>(
  options: StepsOptions<Column>,
): AsyncGenerator<MinibatchStep, void, void> {
  const { train, shape, rollouts, epochs, minibatches, learningRate } = options;
  const count = epochs * Math.min(minibatches, rollouts.length);
  let index = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = new Random(options.seedOf(epoch)).shuffle([...rollouts]);
    for (const minibatch of planMinibatches(order, shape, minibatches)) {
      const { metrics, gradNorm } = await train.step(minibatchFeeds(minibatch, options), learningRate);
      index += 1;
      yield { minibatch: { index, count }, metrics: { ...metrics, gradNorm } };
    }
  }
}

/** One feed a packed batch of the minibatch. */
function minibatchFeeds<Column extends string>(
  batches: readonly SequencePlan<WithColumns<Column>>[],
  { shape, padId, columns, scalars }: StepsOptions<Column>,
): Feeds[] {
  const count = scalar(sum(batches.map(countTargets)));
  const scalarFeeds = Object.entries(scalars).map(([name, value]) => [name, scalar(value)] as const);
  return batches.map((batch) => {
    const column = (name: Column) =>
      f32(
        toSlots(batch, shape.slots, (one) => one[name]),
        [shape.slots, 1],
      );
    return {
      ...lmFeeds(layOutBatch(batch, shape, padId), shape),
      ...Object.fromEntries(columns.map((name) => [name, column(name)])),
      ...Object.fromEntries(scalarFeeds),
      count,
    };
  });
}
