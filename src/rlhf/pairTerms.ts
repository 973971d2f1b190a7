/**
 * What every loss on pairs is built of: the two numbers of a pair, labels that may be soft, means over the pairs of a batch,
 * and the log-loss of the Bradley–Terry model. What the numbers are, scores or rewards implied by log-probs, is the recipe's.
 */
import type { Graph, Tensor } from '../engine/autodiff/graph.ts';
import * as ops from '../engine/autodiff/ops.ts';
import type { PooledShape } from './sequencePool.ts';

export interface PairTerms {
  /** (S/2, 1): q = P(chosen is better), ½ for a tie. */
  readonly labels: Tensor;
  /** An input (S/2, 1) of the loss's own. */
  readonly column: (name: string) => Tensor;
  /** (S/2, 1) → the mean over the pairs that are there. */
  readonly mean: (x: Tensor) => Tensor;
}

/** Declares the inputs labels and weights, (S/2, 1) each: pairFeeds of pairBatches.ts. */
export function pairTerms(graph: Graph, { sequences }: PooledShape): PairTerms {
  const column = (name: string) => graph.input(name, [sequences / 2, 1]);
  const [labels, weights] = [column('labels'), column('weights')];
  const mean = (x: Tensor) => ops.div(ops.reduceSum(ops.mul(x, weights)), ops.reduceSum(weights));
  return { labels, column, mean };
}

/** @param values (S, 1), chosen and rejected in turn (pairRows) · @returns (S/2, 1) each */
export function splitPairs(values: Tensor): { readonly chosen: Tensor; readonly rejected: Tensor } {
  const pairs = values.shape[0]! / 2;
  const side = ops.reshape(values, [pairs, 2]);
  return { chosen: ops.slice(side, [0, 0], [pairs, 1]), rejected: ops.slice(side, [0, 1], [pairs, 2]) };
}

/** −q·log σ(Δ) − (1 − q)·log σ(−Δ), written as softplus(Δ) − qΔ: (S/2, 1) · Bradley & Terry 1952, q soft */
export function bradleyTerryLoss(difference: Tensor, labels: Tensor): Tensor {
  return ops.sub(ops.softplus(difference), ops.mul(labels, difference));
}

/** 1 where the chosen one has more, 0 where it has less, and ½ where both have the same: (S/2, 1). */
export function isRight(difference: Tensor): Tensor {
  const isMore = (x: Tensor) => ops.cast(ops.greater(x, 0), 'f32');
  return ops.mul(ops.add(ops.sub(isMore(difference), isMore(ops.neg(difference))), 1), 0.5);
}
