/** Which columns presenter mode shows for a card, and their texts by prompt: live, or those of the recordings. */
import { useMemo } from 'react';
import type { DisplayPrompt } from '../../../lab/document/experiment.ts';
import type { ExportedCompletion } from '../../../lab/export/exported.ts';
import { completionsUpTo } from '../../../lab/export/recording.ts';
import { BASE, findStage, inputsOf, makesPolicy, type PolicyId, referenceOf } from '../../../lab/pipeline.ts';
import { specOf } from '../../../lab/stages/kinds.ts';
import { stageTitle } from '../../store/run/stageRuns.ts';
import { type CardId, columnOf, COMPARE, type LabState } from '../../store/state.ts';
import { useLab } from '../../store/store.ts';
import { shownColumns } from '../completions/shownColumns.ts';

export interface PresentedColumn {
  readonly id: PolicyId;
  readonly title: string;
  /** "step 40", "recorded". */
  readonly note: string;
  /** By prompt id. */
  readonly texts: Readonly<Record<string, string>>;
}

export function usePresentedTexts(card: CardId): {
  readonly prompts: readonly DisplayPrompt[];
  readonly columns: readonly PresentedColumn[];
} {
  const experiment = useLab((state) => state.experiment);
  const samples = useLab((state) => state.samples);
  const present = useLab((state) => state.present);
  const ui = useLab((state) => state.ui);
  const columns = useMemo(() => {
    const state = { experiment, samples, present, ui } as LabState;
    return columnsFor(state, card).map((id) => recordedColumn(state, id) ?? liveColumn(state, id));
  }, [experiment, samples, present, ui, card]);
  return { prompts: experiment.document.displayPrompts, columns };
}

/** A policy beside what it is compared with; a reward model shows the policy whose completions it compares. */
function columnsFor(state: LabState, card: CardId): readonly PolicyId[] {
  if (card === COMPARE) return shownColumns(state);
  const { document } = state.experiment;
  const policy = makesPolicy(document, card) ? card : (inputsOf(document, card).policies[0] ?? BASE);
  return policy === BASE ? [BASE] : [referenceOf(document, policy), policy];
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

/** Only of the recording on the stage now. */
function recordedColumn(state: LabState, id: PolicyId): PresentedColumn | null {
  const { playback } = state.present;
  if (playback?.recording.stage !== id) return null;
  const kept = completionsUpTo(playback.recording, playback.step);
  const texts = textsOf(kept?.completions ?? []);
  const note = kept ? `recorded, ${unitName(state, id)} ${kept.step}` : 'recorded';
  return { id, title: stageTitle(state, id), note, texts };
}

function unitName({ experiment }: LabState, id: PolicyId): string {
  const stage = findStage(experiment.document, id);
  return stage ? specOf(stage.kind).unit : 'step';
}
