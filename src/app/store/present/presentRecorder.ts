/**
 * Records finished runs, so that they can be shown again in presenter mode. A run is recorded only when the experiment as
 * it was at its start describes it whole: its own settings, and those of the runs it started from.
 */
import type { Experiment } from '../../../lab/document/experiment.ts';
import type { Recording } from '../../../lab/export/recording.ts';
import { recordingKey } from '../../../lab/export/recording.ts';
import { type RecordingStorage, openRecordingStorage } from '../../../lab/export/recordingStorage.ts';
import type { StageId } from '../../../lab/stages/kinds.ts';
import { describeAge, stageIds, stageRun } from '../run/stageRuns.ts';
import { trainedAsIs } from '../share/shareTrained.ts';
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
    if (state.runs !== before.runs) for (const id of stageIds(state)) follow(state, before, id);
    // The last completions are drawn a moment after the last step.
    for (const id of stageIds(state)) {
      if (state.export.history[id] !== before.export.history[id]) void record(state, id);
    }
  });
}

function follow(state: LabState, before: LabState, id: StageId): void {
  const run = stageRun(state, id);
  if (!run || run === before.runs.byId[run.id]) return;
  const { document: experiment, name } = state.experiment;
  if (!begun.has(run.id)) {
    if (run.phase === 'finished') return;
    const shown = Object.values(state.runs.current);
    for (const known of begun.keys()) if (!shown.includes(known)) begun.delete(known);
    begun.set(run.id, { experiment, name, trainedMs: 0, sinceMs: null });
  }
  keepTime(run);
  if (run.phase === 'finished' && before.runs.byId[run.id]?.phase !== 'finished') void record(state, id);
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

async function record(state: LabState, id: StageId): Promise<void> {
  const run = stageRun(state, id);
  const start = run && begun.get(run.id);
  if (!run || !start || !(await isOf(state, id, start.experiment))) return;
  const { stage, totalSteps, series, changes } = run;
  const recording: Recording = {
    key: await recordingKey(start.experiment, id),
    stage: id,
    kind: stage.kind,
    totalSteps,
    series,
    changes,
    completions: state.export.history[id] ?? [],
    experimentName: start.name,
    at: new Date().toISOString(),
    device: run.device?.label ?? 'device not known',
    seconds: trainedSeconds(run.id),
    origin: 'trained here',
  };
  await (await recordingStorage())?.put(recording).catch(() => undefined);
  if (labStore.getState().experiment.document !== start.experiment) return;
  updateSlice('present', ({ recordings }) => ({ recordings: { ...recordings, [id]: recording } }));
}

/** The stage and all it was made from were trained as the experiment says, as it was at the start. */
async function isOf(state: LabState, id: StageId, document: Experiment): Promise<boolean> {
  const run = stageRun(state, id);
  if (run?.phase !== 'finished') return false;
  // Sliders that were moved make another checkpoint, and are recorded with the run all the same.
  if (run.changes.length > 0) return describeAge(state, id) === null;
  return (await trainedAsIs({ ...state, experiment: { ...state.experiment, document } }, id)) !== null;
}
