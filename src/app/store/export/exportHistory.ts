/** Keeps what the models wrote after every snapshot: the page shows only the newest, a file holds them all. */
import { halve } from '../../../lab/curve.ts';
import type { CompletionsAtStep, ExportedCompletion } from '../../../lab/export/exported.ts';
import { MOST_KEPT_STEPS } from './exportState.ts';
import type { PolicyId } from '../../../lab/pipeline.ts';
import { columnOf, type LabState } from '../state.ts';
import { labStore, updateSlice } from '../store.ts';

/** Call when a column has been drawn whole. The same step again replaces what was kept of it. */
export function keepCompletions(column: PolicyId): void {
  const state = labStore.getState();
  const shown = completionsShown(state, column);
  if (shown.completions.length === 0) return;
  const before = (state.export.history[column] ?? []).filter(({ step }) => step < shown.step);
  const kept = [...before, shown];
  changeHistory(column, kept.length > MOST_KEPT_STEPS ? halve(kept) : kept);
}

export function forgetCompletions(column: PolicyId): void {
  changeHistory(column, []);
}

/** What a column shows now, of the display prompts; free questions are the visitor's own. */
export function completionsShown(state: LabState, column: PolicyId): CompletionsAtStep {
  const { completions, step } = columnOf(state, column);
  const drawn = state.experiment.document.displayPrompts.flatMap(({ id }): ExportedCompletion[] => {
    const one = completions[id];
    if (!one) return [];
    const { promptId, prompt, family, text, logprob, stopped } = one;
    return [{ promptId, prompt, family, text, logprob, stopped }];
  });
  return { stage: column, step, completions: drawn };
}

function changeHistory(column: PolicyId, kept: readonly CompletionsAtStep[]): void {
  updateSlice('export', ({ history }) => ({ history: { ...history, [column]: kept } }));
}
