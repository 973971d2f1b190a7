/**
 * Questions about the runs of the stages: which run a stage shows, whether its settings are locked, what it needs first,
 * whether what it made is out of date. Pure.
 */
import type { Experiment } from '../../../lab/document/experiment.ts';
import type { Stage, StageKind } from '../../../lab/stages/stageSchemas.ts';
import type { LiveSettings } from '../../../rlhf/ppoTypes.ts';
import type { LabState, RunRecord } from '../state.ts';

export const stageTitles: Readonly<Record<StageKind, string>> = {
  sft: 'SFT',
  rewardModel: 'Reward model',
  ppo: 'RL',
};

export const stageKinds = Object.keys(stageTitles) as readonly StageKind[];

export function stageRun(state: LabState, kind: StageKind): RunRecord | null {
  const id = state.runs.current[kind];
  return id === null ? null : (state.runs.byId[id] ?? null);
}

/** The trainer holds it: it can go on, and its settings can no longer be changed. */
export function isOpen(run: RunRecord | null): run is RunRecord {
  return run !== null && !['ended', 'finished', 'failed'].includes(run.phase);
}

export function isStageOpen(state: LabState, kind: StageKind): boolean {
  return isOpen(stageRun(state, kind));
}

/** The one run that the trainer holds, if any. */
export function openRun(state: LabState): RunRecord | null {
  return stageKinds.map((kind) => stageRun(state, kind)).find(isOpen) ?? null;
}

/** It has weights that a later stage can start from. */
export function isTrained(state: LabState, kind: StageKind): boolean {
  return (stageRun(state, kind)?.snapshotSteps.length ?? 0) > 0;
}

/** Where the experiment says what a stage does: the first of its kind. */
export function stageIndex(document: Experiment, kind: StageKind): number {
  return document.stages.findIndex((stage) => stage.kind === kind);
}

export function stageOf<Kind extends StageKind>(
  document: Experiment,
  kind: Kind,
): Extract<Stage, { kind: Kind }> | null {
  const isWanted = (stage: Stage): stage is Extract<Stage, { kind: Kind }> => stage.kind === kind;
  return document.stages.find(isWanted) ?? null;
}

/** What has to happen before this stage can start, in one sentence; null = nothing. */
export function whatIsMissing(state: LabState, kind: StageKind): string | null {
  const busy = openRun(state);
  if (busy && busy.stage !== kind && busy.phase !== 'paused') {
    return `${stageTitles[busy.stage]} is training: pause it or let it finish first.`;
  }
  if (kind === 'sft') return null;
  const reward = stageOf(state.experiment.document, 'ppo')?.reward;
  if (kind === 'ppo' && reward === 'gold') return null;
  if (!isTrained(state, 'sft')) return 'Train SFT first: this stage starts from its weights.';
  if (kind === 'ppo' && !isTrained(state, 'rewardModel')) {
    return 'Train the reward model first: its score is what RL follows.';
  }
  return null;
}

/** "from an older SFT": a stage before it was trained again since. Null while it is up to date. */
export function describeAge(state: LabState, kind: StageKind): string | null {
  const run = stageRun(state, kind);
  if (!run || (run.snapshotSteps.length === 0 && !isOpen(run))) return null;
  const { current } = state.runs;
  if (kind !== 'sft' && run.from.policy === null) return 'from the base model, without SFT';
  if (kind !== 'sft' && run.from.policy !== current.sft) return 'from an older SFT';
  const reward = run.from.rewardModel;
  if (reward === null) return null;
  if (reward !== current.rewardModel) return 'from an older reward model';
  return describeAge(state, 'rewardModel') === null ? null : 'its reward model is from an older SFT';
}

/** A slider of an RL run as it stands: moved, else in effect, else as the run began. Undefined for other runs. */
export function liveSetting(run: RunRecord | null, key: keyof LiveSettings): number | undefined {
  if (run?.settings.kind !== 'ppo') return undefined;
  return run.pending[key] ?? run.changes.findLast((change) => change.key === key)?.value ?? run.settings[key];
}
