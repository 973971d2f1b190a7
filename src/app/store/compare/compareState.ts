/**
 * The slice of the Compare card: which two columns are compared, what comparing and measuring them gave, and the visitor's
 * blind votes. Every result remembers which weights and which spec it is of.
 */
import type { PolicyId } from '../../../lab/pipeline.ts';
import type { CompareResult } from '../../../lab/run/protocol.ts';
import type { Evals } from '../../../lab/document/evals.ts';

/** Two columns, the one that comes first in the pipeline and the other. */
export interface Pair {
  readonly first: PolicyId;
  readonly second: PolicyId;
}

/** `first/second`: names of stages hold no slash. */
export type PairId = string;

export function pairId({ first, second }: Pair): PairId {
  return `${first}/${second}`;
}

/** Names the weights of a column: its run and step. */
export type WeightsMark = string;

export interface Vote {
  /** Which pair of the result. */
  readonly index: number;
  readonly choice: 'first' | 'second' | 'tie';
}

export interface Compared {
  /** Shares are those of the second column. */
  readonly result: CompareResult;
  readonly weights: readonly [first: WeightsMark, second: WeightsMark];
  /** By which gold judged, as JSON. */
  readonly spec: string;
  readonly votes: readonly Vote[];
}

export interface Measured {
  readonly evals: Evals;
  /** What gains, win rates and KL are against; null = nothing was. */
  readonly reference: PolicyId | null;
  readonly size: 'full' | 'quick';
  readonly weights: WeightsMark;
  /** By which gold judged, as JSON. */
  readonly spec: string;
}

export interface CompareState {
  /** null = the newest pair there is. */
  readonly pair: Pair | null;
  readonly compared: Readonly<Record<PairId, Compared>>;
  readonly comparing: PairId | null;
  readonly measured: Readonly<Record<PolicyId, Measured>>;
  readonly measuring: { readonly column: PolicyId; readonly place: number; readonly of: number } | null;
  /** What happened · what to press. */
  readonly problem: string | null;
}

export function emptyCompare(): CompareState {
  return { pair: null, compared: {}, comparing: null, measured: {}, measuring: null, problem: null };
}
