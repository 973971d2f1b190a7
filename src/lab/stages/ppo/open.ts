/** The PPO stage: on-policy RL (openOnPolicy.ts) with a learnt value as its baseline. */
import { createPpo } from '../../../rlhf/ppo.ts';
import { openOnPolicy } from '../onPolicy/openOnPolicy.ts';
import type { RolloutsDetail } from '../onPolicy/detail.ts';
import type { StageOptions, StageRun } from '../stageRun.ts';
import type { PpoStageSettings } from './settings.ts';

export function openPpo(options: StageOptions<PpoStageSettings>): Promise<StageRun<RolloutsDetail>> {
  return openOnPolicy(options, createPpo);
}
