/**
 * Two slices: `bench`, what happens at the labelling bench, and `ownData`, a file on its way in. Labels, spec and data
 * themselves are part of the experiment, because they change what a run computes.
 */
import type { LabelReview, PairOpinion, ReadingProgress } from '../../../lab/desk/deskTypes.ts';
import type { PolicyId } from '../../../lab/pipeline.ts';
import type { DataKind, OwnDataSummary } from '../../../world/ownData/types.ts';
import type { RowProblem } from '../../../world/preferences/records.ts';
import type { CandidatePair, Preference } from '../../../world/spec/types.ts';

export type Choice = 'a' | 'b' | 'tie' | 'bothBad';

/** New pairs, or the AI labeller's least sure labels. */
export type BenchMode = 'label' | 'check';

/** What was done with a pair, so that it can be undone. */
export interface BenchDeed {
  readonly pair: CandidatePair;
  readonly mode: BenchMode;
  readonly choice: Choice | 'edit' | 'skip' | 'keep';
  /** What is in the experiment because of it; null for a skip or a kept label. */
  readonly label: Preference | null;
  /** The AI's label it took the place of. */
  readonly replaced: Preference | null;
  /** Comes a moment later; null for a skip. */
  readonly opinion: PairOpinion | null;
}

/** Pairs being drawn. */
export interface Drawing {
  readonly count: number;
  readonly policy: PolicyId;
  /** performance.now() */
  readonly startedMs: number;
  /** From the last drawing; null for the first. */
  readonly expectedMs: number | null;
}

export interface BenchState {
  readonly mode: BenchMode;
  /** New pairs; the first is on the table. */
  readonly queue: readonly CandidatePair[];
  /** Which weights and prompts the queue's pairs come from (drawnPairs.ts); '' = none yet. */
  readonly source: string;
  readonly drawing: Drawing | null;
  readonly problem: string | null;
  /** Newest last. */
  readonly deeds: readonly BenchDeed[];
  /** Of all labels so far; null until it has been worked out. */
  readonly review: LabelReview | null;
  /** Ids of AI labels that were looked at and kept. */
  readonly kept: readonly string[];
  /** Labels the AI still has to give, and how many it was asked for. */
  readonly ai: { readonly done: number; readonly total: number } | null;
  /** What a screen reader says next. */
  readonly said: string;
  /** A label file whose bad rows wait for consent. */
  readonly file: {
    readonly name: string;
    readonly labels: readonly Preference[];
    readonly problems: readonly RowProblem[];
  } | null;
}

export type OwnDataPhase = 'empty' | 'reading' | 'read' | 'taking' | 'failed';

export interface OwnDataState {
  readonly phase: OwnDataPhase;
  /** null = find out. */
  readonly kind: DataKind | null;
  readonly progress: ReadingProgress | null;
  readonly summary: OwnDataSummary | null;
  readonly problem: string | null;
}

export function emptyBench(): BenchState {
  return {
    mode: 'label',
    queue: [],
    source: '',
    drawing: null,
    problem: null,
    deeds: [],
    review: null,
    kept: [],
    ai: null,
    said: '',
    file: null,
  };
}

export function emptyOwnData(): OwnDataState {
  return { phase: 'empty', kind: null, progress: null, summary: null, problem: null };
}
