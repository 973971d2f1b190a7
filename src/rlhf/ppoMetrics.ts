/**
 * PPO's figures, under TRL's names, and the checks that every run passes for free: first-batch values that are known
 * beforehand, and sums that must agree (3-rlhf-reference.md §3.3–3.4).
 */
import { CheckError } from '../errors.ts';
import { countOwn, ownValues } from './completionMask.ts';
import { explainedVariance, klK1, klK3, klOfCompletion, mean, sum } from './numerics.ts';
import type { PpoSettings } from './ppoSettings.ts';
import type { Completed, LiveSettings, Rollout, Scored } from './ppoTypes.ts';

/** Of the completions alone. */
export function rolloutMetrics(completed: readonly Completed[]): Record<string, number> {
  const stopped = completed.filter((one) => one.stopped).length;
  return {
    'completions/mean_length': mean(completed.map(countOwn)),
    'completions/clipped_ratio': 1 - stopped / completed.length,
    'val/num_eos_tokens': stopped,
  };
}

/** What is maximised, and its parts. Nats and rewards a completion. */
export function objectiveMetrics(scored: readonly Scored[], klCoef: number): Record<string, number> {
  const kl = (estimator: (logr: number) => number) =>
    mean(
      scored.map(({ logprobs, refLogprobs, completionMask }) =>
        klOfCompletion(estimator, logprobs, refLogprobs, completionMask),
      ),
    );
  const ownSum = (pick: (one: Scored) => Float32Array) =>
    mean(scored.map((one) => sum(ownValues(pick(one), one.completionMask))));
  const k1 = kl(klK1);
  const golds = scored.flatMap(({ gold }) => gold ?? []);
  const scores = mean(scored.map((one) => one.score));
  return {
    'objective/kl': k1,
    'objective/kl_k3': kl(klK3),
    'objective/kl_exact': ownSum(({ klExact }) => klExact),
    'objective/entropy': ownSum(({ entropy }) => entropy),
    'objective/scores': scores,
    'objective/non_score_reward': -klCoef * k1,
    'objective/rlhf_reward': mean(scored.map(({ rewards }) => sum(rewards))),
    ...(golds.length > 0 ? { 'objective/gold': mean(golds) } : {}),
  };
}

export function valueMetrics(rollouts: readonly Rollout[]): Record<string, number> {
  const flat = (pick: (one: Rollout) => Float32Array) =>
    rollouts.flatMap((one) => ownValues(pick(one), one.completionMask));
  return {
    'val/explained_variance': explainedVariance(
      flat(({ values }) => values),
      flat(({ returns }) => returns),
    ),
  };
}

/** Means over the minibatches of an update. */
export function updateMetrics(
  seen: readonly Record<string, number>[],
  isWarmup: boolean,
  live: LiveSettings,
  fraction: number,
): Record<string, number> {
  const average = (key: string) => mean(seen.map((metrics) => metrics[key]!));
  if (isWarmup) return { 'loss/value_avg': average('valueLoss') };
  return {
    'loss/policy_avg': average('policyLoss'),
    'loss/value_avg': average('valueLoss'),
    'policy/approxkl_avg': average('approxKl'),
    'policy/clipfrac_avg': average('clipFraction'),
    'policy/entropy_avg': average('entropy'),
    'val/ratio': average('ratio'),
    grad_norm: average('gradNorm'),
    learning_rate: live.learningRate * fraction,
    kl_coef: live.klCoef,
  };
}

/** Linear from 1 at the first update to minLearningRateFraction at the last. */
export function rateFraction({ updates, minLearningRateFraction: end }: PpoSettings, update: number): number {
  return updates > 1 ? 1 - ((1 - end) * (update - 1)) / (updates - 1) : 1;
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
export function checkFirstMinibatch({ ratio, approxKl, clipFraction }: Readonly<Record<string, number>>): void {
  if (Math.abs(ratio! - 1) > 1e-3 || approxKl! > 1e-5 || clipFraction! > 0) {
    throw new CheckError(
      `in the first minibatch the ratio is ${ratio}, approxkl ${approxKl} and clip fraction ${clipFraction}; 1, 0 and 0 were expected`,
    );
  }
}
