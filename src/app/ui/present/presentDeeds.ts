/** What the keys and buttons of presenter mode do: replay where there is a recording, else train. */
import type { StageKind } from '../../../lab/stages/stageSchemas.ts';
import { dropPlayback, pauseRecording, playRecording, stepRecording } from '../../store/present/presentActions.ts';
import { runActions } from '../../store/session/sessionActions.ts';
import { isStageOpen, stageKinds, stageRun } from '../../store/run/stageRuns.ts';
import { labStore } from '../../store/store.ts';
import { selectStage } from '../../store/uiActions.ts';
import type { PresentDeed } from './presentKeys.ts';

export function toggle(kind: StageKind): void {
  const state = labStore.getState();
  const { playback } = state.present;
  if (playback?.recording.stage === kind && playback.isPlaying) return pauseRecording();
  if (isReplayed(kind)) return playRecording(kind);
  void (stageRun(state, kind)?.phase === 'running' ? runActions.pause(kind) : runActions.start(kind));
}

export function step(kind: StageKind): void {
  if (isReplayed(kind)) stepRecording(kind);
  else void runActions.step(kind);
}

/** The recording goes away, the run begins. */
export function trainLive(kind: StageKind): void {
  dropPlayback();
  void runActions.start(kind);
}

export function perform(deed: PresentDeed): void {
  const { stage } = labStore.getState().ui;
  const kind = stageKinds.find((each) => each === stage);
  if (deed.kind === 'leave') location.hash = '#lab';
  else if (deed.kind === 'stage') selectStage(deed.stage);
  else if (kind && deed.kind === 'toggle') toggle(kind);
  else if (kind) step(kind);
}

/** A recording is played unless a live run of the stage is under way. */
function isReplayed(kind: StageKind): boolean {
  const state = labStore.getState();
  const { playback, recordings } = state.present;
  if (playback?.recording.stage === kind) return true;
  return !isStageOpen(state, kind) && recordings[kind] !== undefined;
}
