/** What a reward model's steps show beyond their numbers. Plain values that cross the worker boundary. */
import type { LabelerId } from '../../../world/spec/types.ts';
import type { LabelingDetail, OwnLabelsDetail } from '../preferenceSets.ts';
import type { ShownPair } from '../shownPair.ts';

/** A held-out pair and P(chosen is better) by the reward model. */
export interface PredictionView {
  readonly probability: number;
  readonly isTie: boolean;
  readonly labeler: LabelerId;
  /** Tokens of the chosen completion less those of the rejected one; absent in runs that an older page kept. */
  readonly lengthGap?: number;
}

/** One text of a pair and its raw score, before and after the step. */
export interface ScoredText {
  readonly text: string;
  readonly before: number;
  readonly after: number;
}

/** A pair that was just trained on. */
export interface ScoredPairView extends ShownPair {
  readonly chosen: ScoredText;
  readonly rejected: ScoredText;
}

export interface ScoredPairsDetail {
  readonly kind: 'scoredPairs';
  readonly step: number;
  readonly pairs: readonly ScoredPairView[];
}

export type RewardModelDetail =
  | { readonly kind: 'predictions'; readonly predictions: readonly PredictionView[] }
  | ScoredPairsDetail
  | LabelingDetail
  | OwnLabelsDetail;
