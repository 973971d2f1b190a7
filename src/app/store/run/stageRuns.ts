/**
 * Questions about the runs of the stages: which run a stage shows, whether its settings are locked, what it needs first,
 * whether what it made is out of date. What a stage starts from is lab/pipeline.ts's to say. Pure.
 */
import { BASE, findStage, inputsOf, type PolicyId, titleOf, whatLacks } from '../../../lab/pipeline.ts';
import { specOf, type Stage, type StageId, type StageKind } from '../../../lab/stages/kinds.ts';
import type { LabState, RunRecord } from '../state.ts';

/** The stages of the experiment, in order. */
export function stageIds({ experiment }: LabState): readonly StageId[] {
  return experiment.document.stages.map(({ id }) => id);
}

export function stageOf<Kind extends StageKind>(
  state: LabState,
  id: StageId,
  kind: Kind,
): Extract<Stage, { readonly kind: Kind }> | null {
  const isWanted = (stage: Stage): stage is Extract<Stage, { readonly kind: Kind }> => stage.kind === kind;
  const stage = findStage(state.experiment.document, id);
  return stage && isWanted(stage) ? stage : null;
}

/** "PPO 2" */
export function stageTitle({ experiment }: Pick<LabState, 'experiment'>, id: PolicyId): string {
  return titleOf(experiment.document, id);
}

/** The run a stage shows; one that was made when the name meant another kind of stage isn't its own. */
export function stageRun({ experiment, runs }: LabState, id: StageId): RunRecord | null {
  const run = runs.byId[runs.current[id] ?? ''];
  return run && findStage(experiment.document, id)?.kind === run.stage.kind ? run : null;
}

/** The trainer holds it: it can go on, and its settings can no longer be changed. */
export function isOpen(run: RunRecord | null): run is RunRecord {
  return run !== null && !['ended', 'finished', 'failed'].includes(run.phase);
}

export function isStageOpen(state: LabState, id: StageId): boolean {
  return isOpen(stageRun(state, id));
}

/** The one run that the trainer holds, if any. */
export function openRun(state: LabState): RunRecord | null {
  return (
    stageIds(state)
      .map((id) => stageRun(state, id))
      .find(isOpen) ?? null
  );
}

/** It has weights that a later stage can start from. */
export function isTrained(state: LabState, id: PolicyId): boolean {
  return id === BASE || (stageRun(state, id)?.snapshotSteps.length ?? 0) > 0;
}

/** The last trained policy that imitates people, and is no policy of RL: what pairs are drawn from. */
export function newestReference(state: LabState): PolicyId {
  const isReference = ({ kind }: Stage) => specOf(kind).isReference;
  const trained = state.experiment.document.stages.filter((stage) => isReference(stage) && isTrained(state, stage.id));
  return trained.at(-1)?.id ?? BASE;
}

/** What has to happen before this stage can start, in one sentence; null = nothing. */
export function whatIsMissing(state: LabState, id: StageId): string | null {
  const { document } = state.experiment;
  const busy = openRun(state);
  if (busy && busy.stageId !== id && busy.phase !== 'paused') {
    return `${stageTitle(state, busy.stageId)} is training: pause it or let it finish first.`;
  }
  const { policies, rewardModel } = inputsOf(document, id);
  const untrained = policies.find((input) => !isTrained(state, input));
  if (untrained !== undefined)
    return `Train ${inSentence(stageTitle(state, untrained))} first: this stage starts from its weights.`;
  const lack = whatLacks(document, id);
  if (lack !== null) return `${lack}.`;
  if (rewardModel !== null && !isTrained(state, rewardModel)) {
    return `Train the ${inSentence(stageTitle(state, rewardModel))} first: its score is what ${stageTitle(state, id)} follows.`;
  }
  return null;
}

/** "from an older SFT": a stage before it was trained again since. Null while it is up to date. */
export function describeAge(state: LabState, id: StageId): string | null {
  const run = stageRun(state, id);
  if (!run || (run.snapshotSteps.length === 0 && !isOpen(run))) return null;
  const { policies, rewardModel } = inputsOf(state.experiment.document, id);
  const inputs = [...policies, ...(rewardModel === null ? [] : [rewardModel])].filter((input) => input !== BASE);
  for (const input of inputs) {
    const title = inSentence(stageTitle(state, input));
    if (run.from[input] === undefined) return `not from ${title}`;
    if (run.from[input] !== stageRun(state, input)?.id) return `from an older ${title}`;
  }
  for (const input of inputs) {
    const age = describeAge(state, input);
    if (age !== null) return `its ${inSentence(stageTitle(state, input))} is ${age}`;
  }
  return null;
}

/** A slider of a run as it stands: moved, else in effect, else as the run began. Undefined where the stage has no such slider. */
export function liveSetting(run: RunRecord | null, key: string): number | undefined {
  if (!run || !specOf(run.stage.kind).live.includes(key)) return undefined;
  const settings: Readonly<Record<string, unknown>> = { ...run.stage };
  return run.pending[key] ?? run.changes.findLast((change) => change.key === key)?.value ?? Number(settings[key]);
}

/** "step", "update". */
export function unitOf({ stage }: RunRecord): string {
  return specOf(stage.kind).unit;
}

/** "reward model", but "SFT". */
export function inSentence(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title[0]!.toLowerCase() + title.slice(1) : title;
}
