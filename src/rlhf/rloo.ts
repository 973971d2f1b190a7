/**
 * REINFORCE with a leave-one-out baseline: on-policy RL (onPolicy.ts) without a critic. Several completions of a prompt are
 * each other's baseline: what scores above the others of its prompt becomes likelier, token by token.
 *   R_i = score_i − klCoef·Σ_t k1_t        A_i = R_i − mean_{j≠i} R_j, on every token of completion i
 * Kool et al. 2019; for language models Ahmadian et al. 2024, eq. 7, with the clipped ratio of later practice, so that an
 * update may take several steps.
 */
import type { ModelConfig } from '../engine/nn/config.ts';
import { llamaLayout } from '../engine/nn/paramLayout.ts';
import { InvalidInputError } from '../errors.ts';
import { isOwn, ownValues } from './completionMask.ts';
import { groupsOf, leaveOneOut, mean, sum } from './numerics.ts';
import { createOnPolicy } from './onPolicy.ts';
import type { OnPolicyAlgorithm, PolicyLoss } from './onPolicyAlgorithm.ts';
import type { OnPolicyOptions, OnPolicyRun, Rewarded } from './onPolicyTypes.ts';
import { type PolicyTerms, clippedSurrogate } from './policyTerms.ts';
import type { RlooSettings } from './rlooSettings.ts';

/** A_i, the same on every token that counts. */
type Estimate = 'advantages';

export interface RlooOptions extends OnPolicyOptions {
  readonly settings: RlooSettings;
}

/** @throws InvalidInputError as createOnPolicy, and for a single completion a prompt · DeviceError, OutOfMemoryError */
export async function createRloo(options: RlooOptions): Promise<OnPolicyRun<never, Estimate>> {
  const { config, settings } = options;
  if (settings.completionsPerPrompt < 2) {
    throw new InvalidInputError(
      'RLOO compares the completions of a prompt with each other: raise completionsPerPrompt to 2 or more',
    );
  }
  return createOnPolicy(options, rloo(config, settings.completionsPerPrompt));
}

/** @param group completions of a prompt, next to each other */
export function rloo(config: ModelConfig, group: number): OnPolicyAlgorithm<never, Estimate> {
  return {
    name: 'rloo',
    layout: llamaLayout(config),
    initial: (policy) => policy,
    read: () => ({}),
    estimate: (scored) => leaveOneOutAdvantages(scored, group),
    estimateMetrics: (rollouts) => ({ frac_reward_zero_std: shareWithoutSpread(rollouts, group) }),
    loss: rlooLoss,
    lossColumns: ['advantages'],
    lossScalars: ({ clipRange }) => ({ clipRange }),
    updateMetrics: () => ({}),
    warmup: null,
  };
}

/** The KL penalty is part of what is compared, as it is part of every token's reward. */
export function leaveOneOutAdvantages(scored: readonly Rewarded[], group: number): { advantages: Float32Array }[] {
  const returns = scored.map(({ rewards, completionMask }) => sum(ownValues(rewards, completionMask)));
  const advantages = groupsOf(returns, group).flatMap(leaveOneOut);
  return scored.map(({ rewards, completionMask }, i) => ({
    advantages: rewards.map((_, t) => (isOwn(completionMask, t) ? advantages[i]! : 0)),
  }));
}

/** Mean over tokens of the clipped surrogate (Schulman et al. 2017, eq. 7). Inputs: advantages (K, 1), scalar clipRange. */
export function rlooLoss(terms: PolicyTerms): PolicyLoss {
  const { column, scalar, metrics } = terms;
  const { policyLoss, clipFraction } = clippedSurrogate(terms, column('advantages'), scalar('clipRange'));
  return { loss: policyLoss, metrics: { ...metrics, policyLoss, clipFraction } };
}

/** Of the prompts: those whose completions all scored the same, and from which nothing is learnt. */
function shareWithoutSpread(scored: readonly Rewarded[], group: number): number {
  const scores = scored.map(({ score }) => score);
  return mean(groupsOf(scores, group).map((own) => (own.every((score) => score === own[0]) ? 1 : 0)));
}
