/**
 * What a step shows beyond its numbers: the completions of a rollout token by token, a reward model's held-out predictions,
 * what the labelers did. Plain values that cross the worker boundary.
 */
import type { PpoPhase } from '../../rlhf/ppoTypes.ts';
import type { LabelerId } from '../../world/spec/types.ts';

/** One token of a rollout; what a phase hasn't computed yet is missing. Log-probs at the sampling temperature, nats. */
export interface RolloutToken {
  readonly text: string;
  readonly logprob?: number;
  readonly refLogprob?: number;
  /** k1: logprob − refLogprob. */
  readonly kl?: number;
  readonly value?: number;
  /** KL penalty, plus the score on the last token. */
  readonly reward?: number;
  /** Whitened where the settings say so. */
  readonly advantage?: number;
  /** π_new/π_old after the update, when it was looked at step by step. */
  readonly ratio?: number;
}

export interface RolloutView {
  readonly question: string;
  readonly family: string;
  readonly text: string;
  readonly stopped: boolean;
  readonly tokens: readonly RolloutToken[];
  /** What is optimized. */
  readonly score?: number;
  readonly gold?: number;
}

/** A held-out pair and P(chosen is better) by the reward model. */
export interface PredictionView {
  readonly probability: number;
  readonly isTie: boolean;
  readonly labeler: LabelerId;
  /** Tokens of the chosen completion less those of the rejected one; absent in runs that an older page kept. */
  readonly lengthGap?: number;
}

export interface LabelingSummary {
  readonly labels: number;
  readonly ties: number;
  readonly byLabeler: Readonly<Partial<Record<LabelerId, number>>>;
  readonly cents: number;
  readonly seconds: number;
  /** Labels that contradict the spec: the rejected one has the higher gold reward. */
  readonly contradictions: number;
}

export type StageDetail =
  | { readonly kind: 'rollouts'; readonly phase: PpoPhase; readonly rollouts: readonly RolloutView[] }
  | { readonly kind: 'predictions'; readonly predictions: readonly PredictionView[] }
  | { readonly kind: 'labeling'; readonly summary: LabelingSummary };
