/** What an RLOO stage can be told: its recipe’s settings, what gives the reward, and which prompts are practised on. */
import { z } from 'zod';
import { rlooSettings } from '../../../rlhf/rlooSettings.ts';
import { onPolicyStageFields } from '../onPolicy/settings.ts';

export const rlooStageSettings = z.strictObject({ ...onPolicyStageFields, ...rlooSettings.shape });

export type RlooStageSettings = z.output<typeof rlooStageSettings>;
