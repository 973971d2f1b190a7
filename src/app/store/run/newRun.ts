/** The record of a run that has just been asked for. */
import type { StageKind } from '../../../lab/stages/stageSchemas.ts';
import { isTrained, stageOf } from './stageRuns.ts';
import type { LabState, RunRecord } from '../state.ts';

/** @throws TypeError when the experiment has no such stage */
export function newRun(id: string, kind: StageKind, state: LabState): RunRecord {
  const { document } = state.experiment;
  const settings = stageOf(document, kind);
  if (!settings) throw new TypeError(`the experiment has no stage of kind ${kind}`);
  const usesRewardModel = settings.kind === 'ppo' && settings.reward === 'rewardModel';
  return {
    ...{ id, stage: kind, phase: 'preparing', step: 0, isMidStep: false, phaseName: null, preparation: null },
    totalSteps: settings.kind === 'sft' ? settings.steps : settings.kind === 'ppo' ? settings.updates : 0,
    ...{ settings, seed: document.seed, device: null, series: {}, details: {}, changes: [], pending: {} },
    ...{ snapshotSteps: [], arrivals: [], hasBefore: false, nodeId: null, problem: null },
    from: {
      policy: kind !== 'sft' && isTrained(state, 'sft') ? state.runs.current.sft : null,
      rewardModel: usesRewardModel ? state.runs.current.rewardModel : null,
    },
  };
}
