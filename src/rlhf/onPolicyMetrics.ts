/**
 * Figures of on-policy RL, under TRL's names, and the checks that every run passes for free: first-batch values that are
 * known beforehand, and sums that must agree (3-rlhf-reference.md §3.3–3.4).
 */
import { CheckError } from '../errors.ts';
import { countOwn, ownValues } from './completionMask.ts';
import { klK1, klK3, klOfCompletion, mean, sum, variance } from './numerics.ts';
import type { PolicyFigure } from './onPolicyAlgorithm.ts';
import type { Completed, Rewarded } from './onPolicyTypes.ts';

/** Of the completions alone. */
export function rolloutMetrics(completed: readonly Completed[]): Record<string, number> {
  const stopped = completed.filter((one) => one.stopped).length;
  return {
    'completions/mean_length': mean(completed.map(countOwn)),
    'completions/clipped_ratio': 1 - stopped / completed.length,
    'val/num_eos_tokens': stopped,
  };
}

/** What is maximised, and its parts. Nats and rewards a completion; only tokens that count. */
export function objectiveMetrics(rewarded: readonly Rewarded[], klCoef: number): Record<string, number> {
  const kl = (estimator: (logr: number) => number) =>
    mean(
      rewarded.map(({ logprobs, refLogprobs, completionMask }) =>
        klOfCompletion(estimator, logprobs, refLogprobs, completionMask),
      ),
    );
  const perCompletion = (columnOf: (one: Rewarded) => Float32Array) =>
    mean(rewarded.map((one) => sum(ownValues(columnOf(one), one.completionMask))));
  const k1 = kl(klK1);
  const golds = rewarded.flatMap(({ gold }) => gold ?? []);
  const scores = rewarded.map(({ score }) => score);
  return {
    'objective/kl': k1,
    'objective/kl_k3': kl(klK3),
    'objective/kl_exact': perCompletion(({ klExact }) => klExact),
    'objective/entropy': perCompletion(({ entropy }) => entropy),
    'objective/scores': mean(scores),
    reward_std: Math.sqrt(variance(scores)),
    'objective/non_score_reward': -klCoef * k1,
    'objective/rlhf_reward': perCompletion(({ rewards }) => rewards),
    ...(golds.length > 0 ? { 'objective/gold': mean(golds) } : {}),
  };
}

/** Metrics of an update's minibatches, averaged. */
export function meanOfMinibatches(seen: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const names = Object.keys(seen[0]!);
  return Object.fromEntries(names.map((name) => [name, mean(seen.map((metrics) => metrics[name]!))]));
}

/** @param metrics of the loss and gradNorm, means over the minibatches of an update */
export function policyMetrics(metrics: Readonly<Record<string, number>>): Record<string, number> {
  const means = metrics as Readonly<Record<PolicyFigure | 'gradNorm', number>>;
  return {
    'loss/policy_avg': means.policyLoss,
    'policy/approxkl_avg': means.approxKl,
    'policy/clipfrac_avg': means.clipFraction,
    'policy/entropy_avg': means.entropy,
    'val/ratio': means.ratio,
    grad_norm: means.gradNorm,
  };
}

/** `rlhf_reward = scores + non_score_reward`, and no KL before the first update. */
export function checkObjective(metrics: Readonly<Record<string, number>>, isFirst: boolean): void {
  const [total, scores, rest] = [
    metrics['objective/rlhf_reward']!,
    metrics['objective/scores']!,
    metrics['objective/non_score_reward']!,
  ];
  if (Math.abs(total - scores - rest) > 1e-4 * (1 + Math.abs(total))) {
    throw new CheckError(
      `the rewards of a rollout sum to ${total}, but scores ${scores} + KL penalty ${rest} were expected`,
    );
  }
  if (isFirst && Math.abs(metrics['objective/kl_exact']!) > 1e-3) {
    throw new CheckError(
      `before the first update policy and reference are the same, but their KL is ${metrics['objective/kl_exact']} nats`,
    );
  }
}

/** Before the first step of the policy it is its own old self. */
export function checkFirstMinibatch(metrics: Readonly<Record<string, number>>): void {
  const { ratio, approxKl, clipFraction } = metrics as Readonly<Record<PolicyFigure, number>>;
  if (Math.abs(ratio - 1) > 1e-3 || approxKl > 1e-5 || clipFraction > 0) {
    throw new CheckError(
      `in the first minibatch the ratio is ${ratio}, approxkl ${approxKl} and clip fraction ${clipFraction}; 1, 0 and 0 were expected`,
    );
  }
}
