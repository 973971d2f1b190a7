/** The PPO stage: on-policy RL (openOnPolicy.ts) with a learnt value as its baseline. */
import { criticOf } from '../../../rlhf/critic.ts';
import { createPpo } from '../../../rlhf/ppo.ts';
import { openOnPolicy } from '../onPolicy/openOnPolicy.ts';
import type { RolloutsDetail } from '../onPolicy/detail.ts';
import type { StageOptions, StageRun } from '../stageRun.ts';
import type { PpoStageSettings } from './settings.ts';

export function openPpo(options: StageOptions<PpoStageSettings>): Promise<StageRun<RolloutsDetail>> {
  const { rewardModel } = options.inputs;
  const critic = rewardModel && criticOf(options.model.config, rewardModel);
  return openOnPolicy(options, (run) => createPpo({ ...run, ...(critic ? { critic } : {}) }));
}
