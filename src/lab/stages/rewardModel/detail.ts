/** What a reward model's steps show beyond their numbers. Plain values that cross the worker boundary. */
import type { LabelerId } from '../../../world/spec/types.ts';
import type { LabelingDetail } from '../preferenceSets.ts';

/** A held-out pair and P(chosen is better) by the reward model. */
export interface PredictionView {
  readonly probability: number;
  readonly isTie: boolean;
  readonly labeler: LabelerId;
  /** Tokens of the chosen completion less those of the rejected one; absent in runs that an older page kept. */
  readonly lengthGap?: number;
}

export type RewardModelDetail =
  { readonly kind: 'predictions'; readonly predictions: readonly PredictionView[] } | LabelingDetail;
