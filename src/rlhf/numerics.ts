/**
 * The numerics every RL recipe shares, on host arrays: KL estimators, per-token rewards, GAE, whitening.
 * Two laws (3-rlhf-reference.md §3.2): logprobs[t] = log π(y_t | x, y_<t) and values[t] = V(x, y_<t), both read at
 * positions P−1 … T−2; and KL estimators take logr = refLogprob − logprob of samples from the policy. Nats throughout.
 * A mask tells the tokens that count from those the host forced (completionMask.ts); without one, all count.
 */

import { exactExpm1 } from '../engine/tensor/exactMath.ts';
import { type CompletionMask, isOwn, ownValues } from './completionMask.ts';

/** Schulman 2020, "Approximating KL divergence": unbiased, can be negative. */
export const klK1 = (logr: number): number => -logr;
/** Biased, low variance. */
export const klK2 = (logr: number): number => (logr * logr) / 2;
/** Unbiased and never negative: (r − 1) − log r. */
export const klK3 = (logr: number): number => exactExpm1(logr) - logr;

export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}

/** What any device computes is at most this, or infinite. */
export const LARGEST_FLOAT32 = 3.4028234663852886e38;

/** −∞ of none. Takes lists of any length, which `Math.max(...values)` doesn't. */
export function largest(values: Iterable<number>): number {
  let most = -Infinity;
  for (const value of values) most = Math.max(most, value);
  return most;
}

export function mean(values: ArrayLike<number>): number {
  return sum(values) / values.length;
}

/** Population variance. */
export function variance(values: ArrayLike<number>): number {
  const center = mean(values);
  let total = 0;
  for (let i = 0; i < values.length; i++) total += square(values[i]! - center);
  return total / values.length;
}

/** `**` may differ in the last bit from one browser to the next. */
function square(x: number): number {
  return x * x;
}

/**
 * One estimator summed over the tokens that count: nats a completion.
 * @param logprobs (C) @param refLogprobs (C) @param mask (C)
 */
export function klOfCompletion(
  estimator: (logr: number) => number,
  logprobs: ArrayLike<number>,
  refLogprobs: ArrayLike<number>,
  mask?: CompletionMask,
): number {
  let total = 0;
  for (let t = 0; t < logprobs.length; t++) {
    if (isOwn(mask, t)) total += estimator(refLogprobs[t]! - logprobs[t]!);
  }
  return total;
}

/**
 * −klCoef·k1 on every token that counts, the score on the last of them (Ziegler et al. 2019, eq. 2); 0 on a forced one.
 * @param logprobs (C) @param refLogprobs (C) @param mask (C) @returns rewards (C)
 */
export function tokenRewards(
  score: number,
  logprobs: ArrayLike<number>,
  refLogprobs: ArrayLike<number>,
  klCoef: number,
  mask?: CompletionMask,
): Float32Array {
  const rewards = new Float32Array(logprobs.length);
  let last = 0;
  for (let t = 0; t < rewards.length; t++) {
    if (!isOwn(mask, t)) continue;
    rewards[t] = -klCoef * klK1(refLogprobs[t]! - logprobs[t]!);
    last = t;
  }
  rewards[last]! += score;
  return rewards;
}

/**
 * Generalised advantage estimation over one completion that ends with its last token. A forced token is no action but part
 * of what the world does between two of them: the recursion passes over it, and it gets advantage 0.
 * @param rewards (C), 0 on forced tokens · @param values (C) · @param mask (C)
 * @returns advantages (C), not whitened, and returns (C) = advantages + values · Schulman et al. 2015, eq. 16
 */
export function computeGae(
  rewards: ArrayLike<number>,
  values: ArrayLike<number>,
  gamma: number,
  gaeLambda: number,
  mask?: CompletionMask,
): { readonly advantages: Float32Array; readonly returns: Float32Array } {
  const advantages = new Float32Array(rewards.length);
  const returns = Float32Array.from(values);
  let nextValue = 0;
  let running = 0;
  for (let t = rewards.length - 1; t >= 0; t--) {
    if (!isOwn(mask, t)) continue;
    running = rewards[t]! + gamma * nextValue - values[t]! + gamma * gaeLambda * running;
    advantages[t] = running;
    returns[t] = running + values[t]!;
    nextValue = values[t]!;
  }
  return { advantages, returns };
}

/**
 * The tokens that count, of all completions together, to mean 0 and variance 1; a forced one stays as it is.
 * @param rows (B) of (C) · @param masks (B) of (C)
 */
export function whiten(
  rows: readonly Float32Array[],
  masks: readonly (CompletionMask | undefined)[] = [],
): Float32Array[] {
  const own = rows.flatMap((row, b) => ownValues(row, masks[b]));
  const center = mean(own);
  const scale = 1 / Math.sqrt(variance(own) + 1e-8);
  return rows.map((row, b) => row.map((value, t) => (isOwn(masks[b], t) ? (value - center) * scale : value)));
}

/** 1 − var(returns − values) / var(returns): 1 = the critic knows all, 0 = no better than the mean. */
export function explainedVariance(values: ArrayLike<number>, returns: ArrayLike<number>): number {
  const residuals = Array.from(returns, (value, i) => value - values[i]!);
  const total = variance(returns);
  return total > 0 ? 1 - variance(residuals) / total : 0;
}

/** @param values of completions that stand next to each other, `group` of every prompt @returns one list a prompt */
export function groupsOf(values: readonly number[], group: number): number[][] {
  const prompts = Array.from({ length: values.length / group }, (_, prompt) => prompt);
  return prompts.map((prompt) => values.slice(prompt * group, (prompt + 1) * group));
}

/** Each score less the mean of the others of its prompt (RLOO, Ahmadian et al. 2024, eq. 7). @param scores of one prompt, G ≥ 2 */
export function leaveOneOut(scores: readonly number[]): number[] {
  const total = sum(scores);
  return scores.map((score) => score - (total - score) / (scores.length - 1));
}

/**
 * klCoef as a proportional controller steers it: up when the KL lies above its target, down when below (Ziegler et al. 2019,
 * eq. 4). Lengths in completions.
 * @param kl of this update, nats a completion, as klTarget is · @param completions of this update
 */
export function adaptKlCoef(
  klCoef: number,
  kl: number,
  { klTarget, klHorizon }: { readonly klTarget: number; readonly klHorizon: number },
  completions: number,
): number {
  const error = Math.max(-0.2, Math.min(0.2, kl / klTarget - 1));
  return klCoef * (1 + (error * completions) / klHorizon);
}
