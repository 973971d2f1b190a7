/** What a PPO stage can be told: its recipe’s settings, what gives the reward, and which prompts are practised on. */
import { z } from 'zod';
import { oneOf, whole } from '../../../rlhf/fields.ts';
import { ppoSettings } from '../../../rlhf/ppoSettings.ts';

export const ppoStageSettings = z.strictObject({
  reward: oneOf(['rewardModel', 'gold']).default('rewardModel'),
  ...ppoSettings.shape,
  /** Gold and proxy on held-out prompts every so many updates; 0 = never. */
  goldEvery: whole(0, 20_000).default(0),
  /** How many prompts are practised on, in the default mix of families. */
  prompts: whole(1, 100_000).default(800),
});

export type PpoStageSettings = z.output<typeof ppoStageSettings>;
