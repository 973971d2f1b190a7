/** What the keys and buttons of presenter mode do: replay where there is a recording, else train. */
import type { StageId } from '../../../lab/stages/kinds.ts';
import { shownCard } from '../../store/cards.ts';
import { dropPlayback, pauseRecording, playRecording, stepRecording } from '../../store/present/presentActions.ts';
import { runActions } from '../../store/session/sessionActions.ts';
import { isStageOpen, stageIds, stageRun } from '../../store/run/stageRuns.ts';
import { labStore } from '../../store/store.ts';
import { selectStage } from '../../store/uiActions.ts';
import type { PresentDeed } from './presentKeys.ts';

export function toggle(id: StageId): void {
  const state = labStore.getState();
  const { playback } = state.present;
  if (playback?.recording.stage === id && playback.isPlaying) return pauseRecording();
  if (isReplayed(id)) return playRecording(id);
  void (stageRun(state, id)?.phase === 'running' ? runActions.pause(id) : runActions.start(id));
}

export function step(id: StageId): void {
  if (isReplayed(id)) stepRecording(id);
  else void runActions.step(id);
}

/** The recording goes away, the run begins. */
export function trainLive(id: StageId): void {
  dropPlayback();
  void runActions.start(id);
}

export function perform(deed: PresentDeed): void {
  const state = labStore.getState();
  const id = stageIds(state).find((each) => each === shownCard(state));
  if (deed.kind === 'leave') location.hash = '#lab';
  else if (deed.kind === 'card') selectStage(deed.card);
  else if (id !== undefined && deed.kind === 'toggle') toggle(id);
  else if (id !== undefined) step(id);
}

/** A recording is played unless a live run of the stage is under way. */
function isReplayed(id: StageId): boolean {
  const state = labStore.getState();
  const { playback, recordings } = state.present;
  if (playback?.recording.stage === id) return true;
  return !isStageOpen(state, id) && recordings[id] !== undefined;
}
