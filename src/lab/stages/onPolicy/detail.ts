/** What the phases of an update show beyond their numbers. Plain values that cross the worker boundary. */
import type { OnPolicyPhase } from '../../../rlhf/onPolicyTypes.ts';

/** One token of a rollout; what a phase hasn't computed yet is missing. Log-probs at the sampling temperature, nats. */
export interface RolloutToken {
  readonly text: string;
  readonly logprob?: number;
  readonly refLogprob?: number;
  /** k1: logprob − refLogprob. */
  readonly kl?: number;
  readonly value?: number;
  /** KL penalty, plus the score on the last token: less a baseline, where advantages are made of rewards less one. */
  readonly reward?: number;
  /** Before whitening, where advantages are whitened. */
  readonly plainAdvantage?: number;
  /** As the loss takes it. */
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

export interface RolloutsDetail {
  readonly kind: 'rollouts';
  readonly phase: OnPolicyPhase;
  readonly rollouts: readonly RolloutView[];
}
