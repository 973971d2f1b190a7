/**
 * Several draws of a prompt at temperature 1, beside what a column shows of it: a policy is not its likeliest reply, and what
 * RL does to the others is seen here first. Which of them are wanted next. Pure.
 */
import type { DisplayPrompt, Experiment } from '../../../lab/document/experiment.ts';
import { BASE, type PolicyId } from '../../../lab/pipeline.ts';
import type { SamplingSettings } from '../../../lab/run/protocol.ts';
import { writtenColumns } from '../compare/compareSteps.ts';
import { openRun, stageRun } from '../run/stageRuns.ts';
import { type AskedPrompt, columnOf, type LabState } from '../state.ts';

export const DRAWS = 4;
export const DRAW_TEMPERATURE = 1;

/** The policy as it is. Draw 2 of one column has the same seed as draw 2 of any other. */
export function drawSampling({ sampling, seed }: Pick<Experiment, 'sampling' | 'seed'>): SamplingSettings {
  return { ...sampling, seed, temperature: DRAW_TEMPERATURE, topP: 1, greedy: false };
}

/** Free-text questions first: the visitor waits for them. */
export function shownPrompts({ experiment, samples }: LabState): readonly DisplayPrompt[] {
  return [...samples.asked.map(toAskedPrompt), ...experiment.document.displayPrompts];
}

export function toAskedPrompt({ id, question }: AskedPrompt): DisplayPrompt {
  return { id, family: 'asked', question };
}

export interface WantedDraws {
  readonly column: PolicyId;
  readonly prompt: DisplayPrompt;
}

/**
 * Of the prompts that are open first, all columns of one before the next prompt. Of the others only where nothing is being
 * trained, and only by weights that stay as they are: drawing takes time from training.
 */
export function nextDraws(state: LabState): WantedDraws | null {
  const prompts = shownPrompts(state);
  const columns = writtenColumns(state).filter((id) => columnOf(state, id).phase !== 'failed');
  const open = prompts.filter(({ id }) => state.ui.openPrompts.includes(id));
  const settled = isTraining(state) ? [] : columns.filter((id) => isSettled(state, id));
  return firstMissing(state, open, columns) ?? firstMissing(state, prompts, settled);
}

function firstMissing(
  state: LabState,
  prompts: readonly DisplayPrompt[],
  columns: readonly PolicyId[],
): WantedDraws | null {
  for (const prompt of prompts) {
    const column = columns.find((id) => isMissing(state, id, prompt.id));
    if (column !== undefined) return { column, prompt };
  }
  return null;
}

/** A prompt that the column has answered, but not several times with these weights and this seed. */
function isMissing(state: LabState, column: PolicyId, promptId: string): boolean {
  const { completions, draws, step } = columnOf(state, column);
  const drawn = draws[promptId];
  if (completions[promptId] === undefined) return false;
  return drawn === undefined || drawn.step !== step || drawn.seed !== state.experiment.document.seed;
}

function isTraining(state: LabState): boolean {
  const run = openRun(state);
  return run !== null && run.phase !== 'paused' && run.phase !== 'ready';
}

function isSettled(state: LabState, column: PolicyId): boolean {
  const phase = stageRun(state, column)?.phase;
  return column === BASE || phase === 'finished' || phase === 'ended';
}
