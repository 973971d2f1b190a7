/** The settings of an on-policy stage, whatever its algorithm. */
import { findStage } from '../../../lab/pipeline.ts';
import type { OnPolicyStageSettings } from '../../../lab/stages/onPolicy/settings.ts';
import type { Stage, StageId } from '../../../lab/stages/kinds.ts';
import type { LabState } from '../../store/state.ts';

/** @returns null where the stage is gone, or is none of on-policy RL */
export function plannedStage({ experiment }: LabState, id: StageId): OnPolicyStageSettings | null {
  const stage = findStage(experiment.document, id);
  return stage && isOnPolicy(stage) ? stage : null;
}

/** Only stages of on-policy RL have a leash. */
export function isOnPolicy(stage: Stage): stage is Extract<Stage, OnPolicyStageSettings> {
  return 'klCoef' in stage;
}
