/** What a PPO stage can be told: its recipe’s settings, what gives the reward, and which prompts are practised on. */
import { z } from 'zod';
import { ppoSettings } from '../../../rlhf/ppoSettings.ts';
import { onPolicyStageFields } from '../onPolicy/settings.ts';

export const ppoStageSettings = z.strictObject({ ...onPolicyStageFields, ...ppoSettings.shape });

export type PpoStageSettings = z.output<typeof ppoStageSettings>;
