/**
 * A run that begins by drawing pairs shows some of them as they come: they lie on the bench's table while they are drawn, in
 * place of pairs drawn for the bench alone. A vote on one is a label like any other. The run doesn't hear of it: its labels
 * were fixed when it started.
 */
import { BASE, inputsOf, type PolicyId } from '../../../lab/pipeline.ts';
import { specOf } from '../../../lab/stages/kinds.ts';
import type { CandidatePair } from '../../../world/spec/types.ts';
import { isOpen, newestReference, openRun, stageRun, stageTitle, unitOf } from '../run/stageRuns.ts';
import type { LabState, RunRecord } from '../state.ts';
import { labStore, updateSlice } from '../store.ts';
import { newPairs } from './benchSteps.ts';

/** So many wait to be voted on. */
export const PAIRS_AHEAD = 8;

/** The run that is drawing pairs now; null = none. */
export function drawingRun(state: LabState): RunRecord | null {
  const run = openRun(state);
  return run?.phase === 'running' && run.preparation !== null && run.preparation.pairs.length > 0 ? run : null;
}

/** Whose completions are compared: what a run draws, where one does, else the newest policy that imitates people. */
export function drawnPolicy(state: LabState): PolicyId {
  const run = drawingRun(state);
  return run ? inputsOf(state.experiment.document, run.stageId).policies[0]! : newestReference(state);
}

/** Why the pairs may not be worth judging yet, in one sentence; null = they are. */
export function describeSource(state: LabState): string | null {
  const policy = drawnPolicy(state);
  const run = stageRun(state, policy);
  if (run && !isOpen(run)) return null;
  if (run)
    return `Drawn from ${stageTitle(state, policy)} at ${unitOf(run)} ${run.step} of ${run.totalSteps}: it is still learning to answer.`;
  const first = state.experiment.document.stages.find(({ kind }) => specOf(kind).isReference);
  const remedy = first ? `: train ${stageTitle(state, first.id)} first, and there are answers to compare.` : '.';
  return `Drawn from the base model, which goes on with the page instead of answering${remedy}`;
}

/** Pairs of other weights or other prompts make room. */
export function chooseSource(): void {
  const source = sourceOf(labStore.getState());
  updateSlice('bench', (bench) => (bench.source === source ? {} : { source, queue: [] }));
}

/** In words that differ where weights or prompts do. */
function sourceOf(state: LabState): string {
  const policy = drawnPolicy(state);
  const run = policy === BASE ? null : stageRun(state, policy);
  const { prompts } = state.experiment.document.data;
  const weights = `${policy} ${run?.id ?? ''} ${run?.snapshotSteps.at(-1) ?? 0}`;
  return `${weights}, ${prompts.length} own prompts from ${prompts[0] ?? ''}`;
}

/** Of the pairs that a run has just drawn, the first new one waits for a vote; the others may be shown with what labelers say. */
export function offerDrawn(pairs: readonly CandidatePair[]): void {
  if (pairs.length === 0) return;
  chooseSource();
  const { bench, experiment } = labStore.getState();
  if (bench.queue.length >= PAIRS_AHEAD) return;
  const [offered] = newPairs(pairs, { labels: experiment.document.labels, bench });
  if (offered) updateSlice('bench', ({ queue }) => ({ queue: [...queue, offered] }));
}
