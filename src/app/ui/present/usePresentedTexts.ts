/** Which columns presenter mode shows for a card, and their texts by prompt: live, or those of the recordings. */
import { useMemo } from 'react';
import { BASE, inputsOf, makesPolicy, type PolicyId, referenceOf } from '../../../lab/pipeline.ts';
import { type AskedPrompt, type CardId, COMPARE, type LabState } from '../../store/state.ts';
import { useLab } from '../../store/store.ts';
import { shownColumns } from '../completions/shownColumns.ts';
import { type PresentedColumn, presentedColumn, presentedPrompts } from './presentedColumns.ts';

export function usePresentedTexts(card: CardId): {
  /** Those to choose from, and the ids of those that are shown. */
  readonly prompts: readonly AskedPrompt[];
  readonly shown: readonly string[];
  readonly columns: readonly PresentedColumn[];
} {
  const experiment = useLab((state) => state.experiment);
  const samples = useLab((state) => state.samples);
  const present = useLab((state) => state.present);
  const runs = useLab((state) => state.runs);
  const ui = useLab((state) => state.ui);
  const columns = useMemo(() => {
    const state = { experiment, runs, samples, present, ui } as LabState;
    return columnsFor(state, card).map((id) => presentedColumn(state, id));
  }, [experiment, runs, samples, present, ui, card]);
  const prompts = [...samples.asked, ...experiment.document.displayPrompts];
  return { prompts, shown: presentedPrompts(prompts, present.prompts), columns };
}

/** A policy beside what it is compared with; a reward model shows the policy whose completions it compares. */
function columnsFor(state: LabState, card: CardId): readonly PolicyId[] {
  if (card === COMPARE) return shownColumns(state);
  const { document } = state.experiment;
  const policy = makesPolicy(document, card) ? card : (inputsOf(document, card).policies[0] ?? BASE);
  return policy === BASE ? [BASE] : [referenceOf(document, policy), policy];
}
