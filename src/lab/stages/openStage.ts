/** Opens a stage of an experiment by its kind: the one place that knows them all. */
import { openPpoStage } from './ppoStage.ts';
import { openRewardModelStage } from './rewardModelStage.ts';
import { openSftStage } from './sftStage.ts';
import type { StageOptions, StageRun } from './stageRun.ts';

/** @throws InvalidInputError when settings and model don't fit, or an earlier stage is missing · DeviceError, OutOfMemoryError */
export function openStage(options: StageOptions): Promise<StageRun> {
  const stage = options.experiment.stages[options.index];
  switch (stage?.kind) {
    case 'sft':
      return openSftStage(stage, options);
    case 'rewardModel':
      return openRewardModelStage(stage, options);
    case 'ppo':
      return openPpoStage(stage, options);
    case undefined:
      throw new TypeError(`the experiment has no stage ${options.index}`);
    default:
      return stage satisfies never;
  }
}
