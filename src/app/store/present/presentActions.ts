/** Presenter mode: which recordings there are, and replaying one at the pace it was trained at, or faster. */
import { type Recording, recordingKey, recordingsOf } from '../../../lab/export/recording.ts';
import type { StageId } from '../../../lab/stages/kinds.ts';
import { recordingStorage } from './presentRecorder.ts';
import type { Playback, ReplaySpeed } from './presentState.ts';
import { labStore, updateSlice } from '../store.ts';

/** Of a recording that doesn't say how long it took. */
const UNTIMED_SECONDS = 60;

/** Looks for recordings of the experiment as it stands: trained here, else in the run document that was opened. */
export async function findRecordings(): Promise<void> {
  const { experiment, export: exported } = labStore.getState();
  const document = experiment.document;
  const storage = await recordingStorage();
  const opened = exported.imported ? await recordingsOf(exported.imported.document, exported.imported.name) : [];
  const found: Record<StageId, Recording> = {};
  for (const { id } of document.stages) {
    const key = await recordingKey(document, id);
    const own = await storage?.get(key).catch(() => null);
    const recording = own ?? opened.find((each) => each.key === key);
    if (recording) found[id] = recording;
  }
  if (labStore.getState().experiment.document === document) updateSlice('present', () => ({ recordings: found }));
}

/** From its beginning, or on from where it was paused. */
export function playRecording(id: StageId): void {
  const { playback, recordings } = labStore.getState().present;
  const recording = recordings[id];
  if (!recording) return;
  const isPaused = playback?.recording === recording && playback.step < recording.totalSteps;
  updateSlice('present', () => ({ playback: { recording, step: isPaused ? playback.step : 0, isPlaying: true } }));
}

export function pauseRecording(): void {
  changePlayback(() => ({ isPlaying: false }));
}

/** One step on, and no further. */
export function stepRecording(id: StageId): void {
  const { playback } = labStore.getState().present;
  if (playback?.recording.stage !== id) playRecording(id);
  changePlayback(({ recording, step }) => ({
    step: Math.min(recording.totalSteps, Math.floor(step) + 1),
    isPlaying: false,
  }));
}

export function dropPlayback(): void {
  updateSlice('present', () => ({ playback: null }));
}

export function setReplaySpeed(speed: ReplaySpeed): void {
  updateSlice('present', () => ({ speed }));
}

export function choosePrompts(prompts: readonly string[]): void {
  updateSlice('present', () => ({ prompts }));
}

/** @param elapsedMs since the last call */
export function advancePlayback(elapsedMs: number): void {
  const { speed } = labStore.getState().present;
  changePlayback((playback) => (playback.isPlaying ? advance(playback, elapsedMs, speed) : {}));
}

/** Pure. A recording that is over stands at its last step. */
export function advance(playback: Playback, elapsedMs: number, speed: number): Partial<Playback> {
  const { recording, step } = playback;
  const seconds = recording.seconds ?? UNTIMED_SECONDS;
  const stepsPerMs = recording.totalSteps / Math.max(0.001, seconds * 1000);
  const next = Math.min(recording.totalSteps, step + elapsedMs * stepsPerMs * speed);
  return { step: next, isPlaying: next < recording.totalSteps };
}

function changePlayback(change: (playback: Playback) => Partial<Playback>): void {
  updateSlice('present', ({ playback }) => ({ playback: playback && { ...playback, ...change(playback) } }));
}
