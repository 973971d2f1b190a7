/**
 * Records finished runs, so that they can be shown again in presenter mode. A run is recorded only when the experiment as
 * it was at its start describes it whole: its own settings, and those of the runs it started from.
 */
import type { Experiment } from '../../../lab/document/experiment.ts';
import type { Recording } from '../../../lab/export/recording.ts';
import { recordingKey } from '../../../lab/export/recording.ts';
import { type RecordingStorage, openRecordingStorage } from '../../../lab/export/recordingStorage.ts';
import type { StageKind } from '../../../lab/stages/stageSchemas.ts';
import { describeAge, stageKinds, stageOf, stageRun } from '../run/stageRuns.ts';
import type { LabState, RunRecord } from '../state.ts';
import { labStore, updateSlice } from '../store.ts';

const DATABASE = 'rlhf-lab-recordings';

interface Begun {
  readonly experiment: Experiment;
  readonly name: string;
  /** Training so far, and since when it goes on; null = it stands still. Milliseconds of performance.now(). */
  trainedMs: number;
  sinceMs: number | null;
}

const begun = new Map<string, Begun>();
let storage: Promise<RecordingStorage | null> | null = null;

export function recordingStorage(): Promise<RecordingStorage | null> {
  storage ??= openRecordingStorage(DATABASE).catch(() => null);
  return storage;
}

/** Wall time of the training of a run that was begun here, pauses left out; null = not known. */
export function trainedSeconds(runId: string): number | null {
  const trainedMs = begun.get(runId)?.trainedMs ?? 0;
  return trainedMs > 0 ? trainedMs / 1000 : null;
}

/** Call once. */
export function followRuns(): void {
  labStore.subscribe((state, before) => {
    if (state.runs !== before.runs) for (const kind of stageKinds) follow(state, before, kind);
    // The last completions are drawn a moment after the last step.
    for (const kind of ['sft', 'ppo'] as const) {
      if (state.export.history[kind] !== before.export.history[kind]) void record(state, kind);
    }
  });
}

function follow(state: LabState, before: LabState, kind: StageKind): void {
  const run = stageRun(state, kind);
  if (!run || run === before.runs.byId[run.id]) return;
  const { document: experiment, name } = state.experiment;
  if (!begun.has(run.id)) {
    if (run.phase === 'finished') return;
    begun.set(run.id, { experiment, name, trainedMs: 0, sinceMs: null });
  }
  keepTime(run);
  if (run.phase === 'finished' && before.runs.byId[run.id]?.phase !== 'finished') void record(state, kind);
}

function keepTime(run: RunRecord): void {
  const entry = begun.get(run.id);
  if (!entry) return;
  const isMoving = run.phase === 'running' || run.phase === 'pausing';
  if (isMoving && run.preparation === null && run.step > 0) entry.sinceMs ??= performance.now();
  else if (entry.sinceMs !== null) {
    entry.trainedMs += performance.now() - entry.sinceMs;
    entry.sinceMs = null;
  }
}

async function record(state: LabState, kind: StageKind): Promise<void> {
  const run = stageRun(state, kind);
  const start = run && begun.get(run.id);
  if (run?.phase !== 'finished' || !start || !isOf(state, kind, start.experiment)) return;
  const { stage, totalSteps, series, changes } = run;
  const completions = kind === 'rewardModel' ? [] : state.export.history[kind];
  const recording: Recording = {
    key: await recordingKey(start.experiment, kind),
    ...{ stage, totalSteps, series, changes, completions },
    experimentName: start.name,
    at: new Date().toISOString(),
    device: run.device?.label ?? 'device not known',
    seconds: trainedSeconds(run.id),
    origin: 'trained here',
  };
  await (await recordingStorage())?.put(recording).catch(() => undefined);
  if (labStore.getState().experiment.document !== start.experiment) return;
  updateSlice('present', ({ recordings }) => ({ recordings: { ...recordings, [kind]: recording } }));
}

/** The stage and all before it were trained with the settings and the seed that the experiment names. */
function isOf(state: LabState, kind: StageKind, experiment: Experiment): boolean {
  if (describeAge(state, kind) !== null) return false;
  const needed = stageKinds.slice(0, stageKinds.indexOf(kind) + 1);
  return needed.every((each) => {
    const settings = stageOf(experiment, each);
    if (!settings) return true;
    const run = stageRun(state, each);
    return run?.seed === experiment.seed && JSON.stringify(run.settings) === JSON.stringify(settings);
  });
}
