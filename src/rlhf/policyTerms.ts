/**
 * What the loss of every on-policy algorithm is built of, on packed completions that an older self of the policy drew: the
 * ratio of new to old probabilities, means over a whole minibatch, the clipped surrogate. Nats; log-probs at the sampling
 * temperature. Which advantages, and what else is minimised, is the algorithm's business.
 */
import type { Graph, Tensor } from '../engine/autodiff/graph.ts';
import * as ops from '../engine/autodiff/ops.ts';
import type { ModelConfig } from '../engine/nn/config.ts';
import { lmLogits, rowEntropy, tokenLogprobs } from '../engine/nn/llama.ts';
import { type PackedInputs, type PackedShape, packedHidden, packedInputs } from '../engine/nn/packed.ts';
import type { BoundParams } from '../engine/nn/paramLayout.ts';

export interface PolicyTerms {
  /** The packed rows, for whatever else is to read them. */
  readonly inputs: PackedInputs;
  /** (K, D): the policy's normed hidden states before each completion token. */
  readonly hidden: Tensor;
  /** (K, V) */
  readonly logits: Tensor;
  /** (K, 1): log π_new(y_t) − log π_old(y_t), 0 where a slot doesn't count. */
  readonly logRatio: Tensor;
  /** (K, 1) */
  readonly ratio: Tensor;
  /** An input (K, 1) of the loss's own. */
  readonly column: (name: string) => Tensor;
  /** A scalar input of the loss's own. */
  readonly scalar: (name: string) => Tensor;
  /** (K, 1) → the mean over all tokens of the minibatch that count: of one packed batch, its share of it. */
  readonly mean: (x: Tensor) => Tensor;
  /** Scalars that every algorithm reports. */
  readonly metrics: Readonly<Record<'entropy' | 'ratio' | 'approxKl', Tensor>>;
}

/**
 * Declares the inputs: packed rows; (K, 1) each targets, weights (0 where a slot doesn't count) and the old `logprobs`; the
 * scalars inverseTemperature and count, the number of tokens that count in the whole minibatch.
 */
export function policyTerms(graph: Graph, config: ModelConfig, policy: BoundParams, shape: PackedShape): PolicyTerms {
  const column = (name: string) => graph.input(name, [shape.slots, 1]);
  const scalar = (name: string) => graph.input(name, []);
  const targets = graph.input('targets', [shape.slots, 1], 'i32');
  const [weights, oldLogprobs, count] = [column('weights'), column('logprobs'), scalar('count')];
  const mean = (x: Tensor) => ops.div(ops.reduceSum(ops.mul(x, weights)), count);

  const inputs = packedInputs(graph, shape);
  const hidden = packedHidden(config, policy, inputs);
  const logits = ops.mul(lmLogits(policy, hidden), scalar('inverseTemperature'));
  // Slots that don't count may read any token: their difference is forced to 0, so that no ratio overflows there.
  const logRatio = ops.mul(ops.sub(tokenLogprobs(logits, targets), oldLogprobs), weights);
  const ratio = ops.exp(logRatio);
  return {
    inputs,
    hidden,
    logits,
    logRatio,
    ratio,
    column,
    scalar,
    mean,
    metrics: {
      entropy: mean(rowEntropy(logits)),
      ratio: mean(ratio),
      // k2
      approxKl: ops.mul(mean(square(logRatio)), 0.5),
    },
  };
}

/**
 * L = mean over tokens of max(−A·ratio, −A·clip(ratio, 1 ± clipRange)) · Schulman et al. 2017, eq. 7, as a loss
 * @param advantages (K, 1) · @param clipRange scalar
 */
export function clippedSurrogate({ ratio, mean }: PolicyTerms, advantages: Tensor, clipRange: Tensor) {
  const clipped = clip(ratio, ops.add(ops.neg(clipRange), 1), ops.add(clipRange, 1));
  const [free, held] = [ops.neg(ops.mul(advantages, ratio)), ops.neg(ops.mul(advantages, clipped))];
  return {
    policyLoss: mean(ops.maximum(free, held)),
    // Where the clip binds, as TRL counts it: elsewhere the gradient is the plain one.
    clipFraction: mean(ops.cast(ops.greater(held, free), 'f32')),
  };
}

export const square = (x: Tensor): Tensor => ops.mul(x, x);

/** x, no lower than `low` and no higher than `high`. */
export const clip = (x: Tensor, low: Tensor, high: Tensor): Tensor => ops.minimum(ops.maximum(x, low), high);
