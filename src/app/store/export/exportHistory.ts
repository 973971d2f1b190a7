/** Keeps what the models wrote after every snapshot: the page shows only the newest, a file holds them all. */
import { halve } from '../../../lab/curve.ts';
import type { CompletionsAtStep, ExportedCompletion } from '../../../lab/export/exported.ts';
import { MOST_KEPT_STEPS } from './exportState.ts';
import type { PolicyId } from '../../../lab/pipeline.ts';
import type { Completion } from '../../../lab/run/protocol.ts';
import { DRAW_TEMPERATURE } from '../samples/draws.ts';
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
  const drawn = state.experiment.document.displayPrompts.flatMap(({ id }) => completions[id] ?? []);
  return { stage: column, step, completions: drawn.map(toExported) };
}

/** The draws of a column's newest weights; prompts that were not drawn several times are missing. */
export function drawsShown(state: LabState, column: PolicyId): CompletionsAtStep {
  const { draws, step } = columnOf(state, column);
  const drawn = state.experiment.document.displayPrompts.flatMap(({ id }) => {
    const known = draws[id];
    return known?.step === step ? known.completions.map((one, i) => ({ one, draw: i + 1 })) : [];
  });
  const completions = drawn.map(({ one, draw }) => ({ ...toExported(one), draw, temperature: DRAW_TEMPERATURE }));
  return { stage: column, step, completions };
}

function toExported({ promptId, prompt, family, text, logprob, stopped }: Completion): ExportedCompletion {
  return { promptId, prompt, family, text, logprob, stopped };
}

function changeHistory(column: PolicyId, kept: readonly CompletionsAtStep[]): void {
  updateSlice('export', ({ history }) => ({ history: { ...history, [column]: kept } }));
}
