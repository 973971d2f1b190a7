/** The RLOO stage: on-policy RL (openOnPolicy.ts) whose completions are each other’s baseline. */
import { createRloo } from '../../../rlhf/rloo.ts';
import type { RolloutsDetail } from '../onPolicy/detail.ts';
import { openOnPolicy } from '../onPolicy/openOnPolicy.ts';
import type { StageOptions, StageRun } from '../stageRun.ts';
import type { RlooStageSettings } from './settings.ts';

export function openRloo(options: StageOptions<RlooStageSettings>): Promise<StageRun<RolloutsDetail>> {
  return openOnPolicy(options, createRloo);
}
