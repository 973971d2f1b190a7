/** What a step of DPO shows beyond its numbers. Plain values that cross the worker boundary. */
import type { LabelingDetail, OwnLabelsDetail } from '../preferenceSets.ts';
import type { ShownPair } from '../shownPair.ts';

/** Log-probs in nats. */
export interface PairToken {
  readonly text: string;
  readonly reference: number;
  readonly before: number;
  readonly after: number;
}

export interface PairSide {
  readonly text: string;
  readonly stopped: boolean;
  readonly tokens: readonly PairToken[];
}

/** A pair that was just trained on. */
export interface PairUpdateView extends ShownPair {
  readonly chosen: PairSide;
  readonly rejected: PairSide;
}

export interface PairUpdatesDetail {
  readonly kind: 'pairUpdates';
  readonly step: number;
  readonly pairs: readonly PairUpdateView[];
}

export type DpoDetail = PairUpdatesDetail | LabelingDetail | OwnLabelsDetail;
