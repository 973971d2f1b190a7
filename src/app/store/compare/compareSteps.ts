/** Questions about what is compared, and the blind arena's order and score. Pure. */
import type { ShareEstimate } from '../../../lab/desk/deskTypes.ts';
import type { PolicyId } from '../../../lab/run/protocol.ts';
import { wilsonInterval } from '../../../lab/judge/wilson.ts';
import { type Compared, type PairId, type Vote, type WeightsMark, comparablePairs } from './compareState.ts';
import type { LabState } from '../state.ts';

/** It has weights that have written something. */
export function hasColumn({ samples }: LabState, id: PolicyId): boolean {
  return Object.keys(samples.columns[id].completions).length > 0;
}

export function canCompare(state: LabState, id: PairId): boolean {
  const { first, second } = columnsOf(id);
  return hasColumn(state, first) && hasColumn(state, second);
}

export function columnsOf(id: PairId): { readonly first: PolicyId; readonly second: PolicyId } {
  return comparablePairs.find((pair) => pair.id === id)!;
}

/** The visitor's choice, else SFT and RL once there is RL, else base and SFT; null before anything was trained. */
export function chosenPair(state: LabState): PairId | null {
  const wanted: readonly (PairId | null)[] = [state.compare.pair, 'sft/ppo', 'base/sft', 'base/ppo'];
  return wanted.find((id) => id !== null && canCompare(state, id)) ?? null;
}

export function weightsMark({ runs, samples }: LabState, id: PolicyId): WeightsMark {
  return id === 'base' ? 'base' : `${runs.current[id] ?? ''}@${samples.columns[id].step}`;
}

/** What gold goes by now, as JSON. */
export function specMark({ experiment }: LabState): string {
  return JSON.stringify(experiment.document.spec);
}

/** What a comparison is no longer true of: null = it is up to date. */
export function outdatedBy(state: LabState, id: PairId, { weights, spec }: Compared): 'weights' | 'spec' | null {
  const { first, second } = columnsOf(id);
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

/** How often the visitor preferred the second column, ties half. */
export function votedShare(votes: readonly Vote[]): ShareEstimate {
  const points = votes.map(({ choice }) => (choice === 'second' ? 1 : choice === 'tie' ? 0.5 : 0));
  const total = points.reduce<number>((sum, point) => sum + point, 0);
  return wilsonInterval(votes.length === 0 ? 0 : total / votes.length, votes.length);
}
