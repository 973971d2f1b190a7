/** What PPO can be told beyond what every on-policy algorithm can. */
import { z } from 'zod';
import { oneOf, whole, within, yesNo } from './fields.ts';
import { onPolicyFields } from './onPolicySettings.ts';

export const ppoSettings = z.strictObject({
  ...onPolicyFields,
  updates: onPolicyFields.updates.default(24),
  /** With a critic for a baseline every completion may answer another prompt. */
  promptsPerUpdate: onPolicyFields.promptsPerUpdate.default(256),
  completionsPerPrompt: onPolicyFields.completionsPerPrompt.default(1),
  /** More than one pass over a rollout is what the clip is for (Schulman et al. 2017, algorithm 1). */
  epochs: onPolicyFields.epochs.default(2),
  learningRate: onPolicyFields.learningRate.default(2e-4),
  minLearningRateFraction: onPolicyFields.minLearningRateFraction.default(0.5),
  klCoef: onPolicyFields.klCoef.default(0.2),
  /** At .2 one token in a hundred is clipped here, at .05 two to three; proxy and KL are alike (measured, seed 2). */
  clipRange: onPolicyFields.clipRange.default(0.05),
  /** Ziegler et al. 2019. */
  vfCoef: within(0, 10).default(0.1),
  entropyCoef: within(0, 1).default(0),
  gamma: within(0, 1).default(1),
  /** 1 trusts the critic as a baseline only; Schulman et al. 2017, §6.1, take .95. */
  gaeLambda: within(0, 1).default(1),
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
