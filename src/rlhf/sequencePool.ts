/**
 * From slots to sequences: a matrix whose row s weighs the slots of sequence s, so that one product turns (K, D) hidden
 * states into (S, D) means, or (K, 1) log-probs into (S, 1) sums.
 */
import type { PackedShape } from '../engine/nn/packed.ts';
import { type HostTensor, f32 } from '../engine/tensor/hostTensor.ts';
import { isOwn } from './completionMask.ts';
import type { SequencePlan } from './minibatches.ts';
import type { TokenizedExample } from './recipe.ts';

export interface PooledShape extends PackedShape {
  /** S: sequences in one pass. */
  readonly sequences: number;
}

/** Which row a sequence of the plan gets; `index` counts them in slot order. */
export type RowOf<Sequence> = (sequence: Sequence, index: number) => number;

/** @param weightsOf (C) of a sequence's completion tokens · @returns (S, K) */
export function poolMatrix<Sequence extends TokenizedExample>(
  plan: SequencePlan<Sequence>,
  { sequences, slots }: PooledShape,
  rowOf: RowOf<Sequence>,
  weightsOf: (sequence: Sequence) => ArrayLike<number>,
): HostTensor {
  const pool = new Float32Array(sequences * slots);
  let slot = 0;
  plan.flat().forEach((sequence, index) => {
    pool.set(weightsOf(sequence), rowOf(sequence, index) * slots + slot);
    slot += sequence.completionIds.length;
  });
  return f32(pool, [sequences, slots]);
}

/** Σ over the tokens that count. */
export const sumWeights = ({ completionIds, completionMask }: TokenizedExample): number[] =>
  completionIds.map((_, t) => Number(isOwn(completionMask, t)));
