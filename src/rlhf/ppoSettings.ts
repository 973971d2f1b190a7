/** What PPO can be told beyond what every on-policy algorithm can. */
import { z } from 'zod';
import { oneOf, whole, within, yesNo } from './fields.ts';
import { onPolicyFields } from './onPolicySettings.ts';

export const ppoSettings = z.strictObject({
  ...onPolicyFields,
  /** Ziegler et al. 2019. */
  vfCoef: within(0, 10).default(0.1),
  entropyCoef: within(0, 1).default(0),
  gamma: within(0, 1).default(1),
  /** Schulman et al. 2017, §6.1. */
  gaeLambda: within(0, 1).default(0.95),
  /** Passes over the first rollout that train the critic alone, at `valueWarmupRate`. */
  valueWarmupEpochs: whole(0, 100).default(10),
  valueWarmupRate: within(0, 1).default(3e-3),
  /**
   * What the value is read off: a transformer of its own that starts as the reward model (`own`), or the policy's trunk,
   * which the value loss then trains too (`shared`) or not (`detached`).
   */
  valueTrunk: oneOf(['own', 'shared', 'detached']).default('own'),
  /** `prompt` takes the mean score of a prompt's other completions off each score before GAE (Ahmadian et al. 2024, eq. 7). */
  baseline: oneOf(['prompt', 'none']).default('prompt'),
  whitenAdvantages: yesNo().default(true),
});

export type PpoSettings = z.output<typeof ppoSettings>;
