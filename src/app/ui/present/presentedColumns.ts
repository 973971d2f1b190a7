/** One column of presenter mode: what is replayed, what the page's own weights say, or what was recorded of them. Pure. */
import type { ExportedCompletion } from '../../../lab/export/exported.ts';
import { completionsUpTo, type Recording } from '../../../lab/export/recording.ts';
import { BASE, findStage, type PolicyId } from '../../../lab/pipeline.ts';
import { specOf } from '../../../lab/stages/kinds.ts';
import { MOST_PROMPTS } from '../../store/present/presentState.ts';
import { isStageOpen, stageTitle } from '../../store/run/stageRuns.ts';
import { type AskedPrompt, columnOf, type LabState } from '../../store/state.ts';

export interface PresentedColumn {
  readonly id: PolicyId;
  readonly title: string;
  /** "step 40", "recorded". */
  readonly note: string;
  /** By prompt id. */
  readonly texts: Readonly<Record<string, string>>;
}

/** The chosen ones that are still there, else the first. */
export function presentedPrompts(prompts: readonly AskedPrompt[], chosen: readonly string[] | null): readonly string[] {
  const ids = prompts.map(({ id }) => id);
  const left = ids.filter((id) => chosen?.includes(id));
  return (left.length > 0 ? left : ids).slice(0, MOST_PROMPTS);
}

/** What is replayed now, else what the page's own weights say, else the end of what was recorded of it before. */
export function presentedColumn(state: LabState, id: PolicyId): PresentedColumn {
  const { playback, recordings } = state.present;
  if (playback?.recording.stage === id) return recordedColumn(state, playback.recording, playback.step);
  const live = liveColumn(state, id);
  const recording = recordings[id];
  const isDrawn = Object.keys(live.texts).length > 0 || isStageOpen(state, id);
  return isDrawn || !recording ? live : recordedColumn(state, recording, recording.totalSteps);
}

function liveColumn(state: LabState, id: PolicyId): PresentedColumn {
  const { completions, step } = columnOf(state, id);
  const texts = textsOf(Object.values(completions));
  const note = id === BASE || Object.keys(texts).length === 0 ? '' : `${unitName(state, id)} ${step}`;
  return { id, title: stageTitle(state, id), note, texts };
}

/** One that was cut at the length limit ends in an ellipsis. */
function textsOf(
  completions: readonly Pick<ExportedCompletion, 'promptId' | 'text' | 'stopped'>[],
): PresentedColumn['texts'] {
  return Object.fromEntries(
    completions.map(({ promptId, text, stopped }) => [promptId, `${text.trim()}${stopped === false ? ' …' : ''}`]),
  );
}

function recordedColumn(state: LabState, recording: Recording, step: number): PresentedColumn {
  const id = recording.stage;
  const kept = completionsUpTo(recording, step);
  const texts = textsOf(kept?.completions ?? []);
  const note = kept ? `recorded, ${unitName(state, id)} ${kept.step}` : 'recorded';
  return { id, title: stageTitle(state, id), note, texts };
}

function unitName({ experiment }: LabState, id: PolicyId): string {
  const stage = findStage(experiment.document, id);
  return stage ? specOf(stage.kind).unit : 'step';
}
