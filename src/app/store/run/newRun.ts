/** The record of a run that has just been asked for. */
import { BASE, inputsOf, seedOf, stageNamed } from '../../../lab/pipeline.ts';
import { settingsOf, specOf, type StageId } from '../../../lab/stages/kinds.ts';
import type { LabState, RunRecord } from '../state.ts';
import { stageRun } from './stageRuns.ts';

/** @throws TypeError when the experiment has no such stage */
export function newRun(id: string, stageId: StageId, state: LabState): RunRecord {
  const { document } = state.experiment;
  const stage = stageNamed(document, stageId);
  return {
    id,
    stageId,
    phase: 'preparing',
    step: 0,
    totalSteps: specOf(stage.kind).plannedSteps(settingsOf(stage)),
    isMidStep: false,
    stepPhase: null,
    preparation: null,
    stage,
    seed: seedOf(document, stageId),
    device: null,
    series: {},
    details: {},
    changes: [],
    pending: {},
    snapshotSteps: [],
    arrivals: [],
    from: startsFrom(state, stageId),
    nodeId: null,
    hasBefore: false,
    problem: null,
  };
}

/** The runs that the stages it starts from show now. */
function startsFrom(state: LabState, stageId: StageId): RunRecord['from'] {
  const { policies, rewardModel } = inputsOf(state.experiment.document, stageId);
  const inputs = rewardModel === null ? policies : [...policies, rewardModel];
  return Object.fromEntries(
    inputs.flatMap((input) => {
      const run = input === BASE ? null : stageRun(state, input);
      return run ? [[input, run.id]] : [];
    }),
  );
}
