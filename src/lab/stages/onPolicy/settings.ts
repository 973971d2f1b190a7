/** What every stage of on-policy RL can be told beyond its algorithm: what gives the reward, and which prompts are practised on. */
import type { z } from 'zod';
import { oneOf, whole } from '../../../rlhf/fields.ts';
import type { OnPolicySettings } from '../../../rlhf/onPolicySettings.ts';

/** Held-out prompts that gold is measured on while RL runs. */
export const PROBED = 128;

/** Spread into a kind's own schema. */
export const onPolicyStageFields = {
  reward: oneOf(['rewardModel', 'gold']).default('rewardModel'),
  /** Gold and proxy on held-out prompts every so many updates; 0 = never. */
  goldEvery: whole(0, 20_000).default(0),
  /** How many prompts are practised on, in the default mix of families. */
  prompts: whole(1, 100_000).default(4000),
};

type Fields = typeof onPolicyStageFields;
export type OnPolicyStageSettings = OnPolicySettings & { [Name in keyof Fields]: z.output<Fields[Name]> };
