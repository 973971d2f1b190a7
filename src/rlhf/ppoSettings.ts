/** What PPO can be told beyond what every on-policy algorithm can. */
import { z } from 'zod';
import { oneOf, whole, within, yesNo } from './fields.ts';
import { onPolicyFields } from './onPolicySettings.ts';

export const ppoSettings = z.strictObject({
  ...onPolicyFields,
  updates: onPolicyFields.updates.default(20),
  /** With a critic for a baseline every completion may answer another prompt. */
  promptsPerUpdate: onPolicyFields.promptsPerUpdate.default(128),
  completionsPerPrompt: onPolicyFields.completionsPerPrompt.default(1),
  /** Three passes are what makes the clip bind here (measured: .02 to .04 of tokens). */
  epochs: onPolicyFields.epochs.default(3),
  /** Three passes move three times as far. */
  klCoef: onPolicyFields.klCoef.default(0.2),
  minLearningRateFraction: onPolicyFields.minLearningRateFraction.default(0.4),
  /** Ziegler et al. 2019. */
  vfCoef: within(0, 10).default(0.1),
  entropyCoef: within(0, 1).default(0),
  gamma: within(0, 1).default(1),
  /** Schulman et al. 2017, §6.1. */
  gaeLambda: within(0, 1).default(0.95),
  /** Passes over the first rollout that train the critic alone, at `valueWarmupRate`. */
  valueWarmupEpochs: whole(0, 100).default(4),
  valueWarmupRate: within(0, 1).default(1e-3),
  /**
   * What the value is read off: a transformer of its own that starts as the reward model (`own`), or the policy's trunk,
   * which the value loss then trains too (`shared`) or not (`detached`).
   */
  valueTrunk: oneOf(['own', 'shared', 'detached']).default('own'),
  /** `prompt` takes the mean score of a prompt's other completions off each score before GAE (Ahmadian et al. 2024, eq. 7). */
  baseline: oneOf(['prompt', 'none']).default('none'),
  whitenAdvantages: yesNo().default(true),
});

export type PpoSettings = z.output<typeof ppoSettings>;
