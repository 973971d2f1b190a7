/** Questions about what is compared, and the blind arena's order and score. Pure. */
import { BASE, judgeOf, policiesOf, type PolicyId, referenceOf } from '../../../lab/pipeline.ts';
import type { JudgedWith } from '../../../lab/run/protocol.ts';
import type { Outcomes } from '../../../world/evals/goldEvals.ts';
import { isTrained } from '../run/stageRuns.ts';
import { columnOf, type LabState } from '../state.ts';
import type { Compared, Pair, Vote, WeightsMark } from './compareState.ts';

/** It has weights that have written something. */
function hasColumn(state: LabState, id: PolicyId): boolean {
  return Object.keys(columnOf(state, id).completions).length > 0;
}

/** Every column that has written something, in the order of the pipeline. */
export function writtenColumns(state: LabState): readonly PolicyId[] {
  return policiesOf(state.experiment.document).filter((id) => hasColumn(state, id));
}

export function canCompare(state: LabState, { first, second }: Pair): boolean {
  return first !== second && hasColumn(state, first) && hasColumn(state, second);
}

/** The visitor's choice, else the newest policy and what it is measured against; null before anything was trained. */
export function chosenPair(state: LabState): Pair | null {
  const { pair } = state.compare;
  if (pair && canCompare(state, pair)) return pair;
  const { document } = state.experiment;
  const newest = writtenColumns(state).at(-1);
  if (newest === undefined || newest === BASE) return null;
  const reference = { first: referenceOf(document, newest), second: newest };
  return canCompare(state, reference) ? reference : { first: BASE, second: newest };
}

export function weightsMark(state: LabState, id: PolicyId): WeightsMark {
  return id === BASE ? BASE : `${state.runs.current[id] ?? ''}@${columnOf(state, id).step}`;
}

/** What a policy is judged with: what it is measured against and by whose score, where those are trained. */
export function judgedWith(state: LabState, id: PolicyId): JudgedWith {
  const { document } = state.experiment;
  const reference = referenceOf(document, id);
  const judge = judgeOf(document, id);
  return {
    // The base model answers otherwise: nothing is measured against it.
    reference: reference !== BASE && isTrained(state, reference) ? reference : null,
    rewardModel: judge !== null && isTrained(state, judge) ? judge : null,
  };
}

/** What gold goes by now, as JSON. */
export function specMark({ experiment }: LabState): string {
  return JSON.stringify(experiment.document.spec);
}

/** What a comparison is no longer true of: null = it is up to date. */
export function outdatedBy(
  state: LabState,
  { first, second }: Pair,
  { weights, spec }: Compared,
): 'weights' | 'spec' | null {
  if (weights[0] !== weightsMark(state, first) || weights[1] !== weightsMark(state, second)) return 'weights';
  return spec === specMark(state) ? null : 'spec';
}

/** The next pair without a vote whose two texts differ; null when all have one. */
export function nextArenaIndex({ result, votes }: Compared): number | null {
  const index = result.pairs.findIndex(
    ({ text, againstText }, i) => text.trim() !== againstText.trim() && !votes.some((vote) => vote.index === i),
  );
  return index < 0 ? null : index;
}

/** Whether the second column stands on the left: a coin that is the same each time, and says nothing. */
export function isSwapped(seed: number, index: number): boolean {
  let x = (seed ^ Math.imul(index + 1, 0x9e3779b1)) >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b) >>> 0;
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35) >>> 0;
  return ((x >>> 16) & 1) === 1;
}

/** How often the visitor preferred the second column. */
export function votedOutcomes(votes: readonly Vote[]): Outcomes {
  const count = (wanted: Vote['choice']) => votes.filter(({ choice }) => choice === wanted).length;
  return { won: count('second'), tied: count('tie'), lost: count('first') };
}
