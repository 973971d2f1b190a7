/** What on-policy RL is told and tells, whatever the algorithm: rewards, rollouts, steps phase by phase. Types only. */
import type { ModelConfig } from '../engine/nn/config.ts';
import type { Executor } from '../engine/runtime/executor.ts';
import type { Drawn, OpenDraw } from './draw.ts';
import type { LiveSettings, OnPolicySettings } from './onPolicySettings.ts';
import type { Columns } from './packedPass.ts';
import type { Divergence } from './policyDivergence.ts';
import type { Recipe, RecipeResume, RecipeStep, TokenizedExample } from './recipe.ts';

/** What a reward says of one completion. */
export interface RewardScore {
  /** What is optimized (the proxy). */
  readonly score: number;
  /** What is wanted, where it is known; only reported. */
  readonly gold?: number;
}

export interface Completed extends TokenizedExample, Drawn {
  /** Which of the prompts handed in. */
  readonly promptIndex: number;
}

export type RewardFunction = (completions: readonly Completed[]) => Promise<readonly RewardScore[]>;

/** A completion with its log-probs at the sampling temperature and its reward. */
export interface Rewarded extends Completed, Divergence, RewardScore {
  /** (C): the KL penalty of each token, and the score on the last one. */
  readonly rewards: Float32Array;
}

/** @typeParam Read columns that the algorithm reads of the policy beside log-probs: PPO's `values` */
export type Scored<Read extends string> = Rewarded & Columns<Read>;

/** @typeParam Estimate columns that the algorithm makes of scores: `advantages`, PPO's `returns` */
export type Rollout<Read extends string, Estimate extends string> = Scored<Read> & Columns<Estimate>;

/** One phase of an update, and the batch as far as it is known by then. The last minibatch completes the update. */
export type OnPolicyStep<Read extends string, Estimate extends string> = RecipeStep &
  (
    | {
        readonly phase: 'rollout';
        readonly rollouts: readonly Completed[];
        /** Live settings that changed since the last update. */
        readonly changes: Partial<LiveSettings>;
      }
    | { readonly phase: 'score'; readonly rollouts: readonly Scored<Read>[] }
    | { readonly phase: 'advantages'; readonly rollouts: readonly Rollout<Read, Estimate>[] }
    | {
        readonly phase: 'minibatch';
        readonly rollouts: readonly Rollout<Read, Estimate>[];
        /** Of all the update's epochs, counted from 1: one optimizer step each. */
        readonly minibatch: { readonly index: number; readonly count: number };
      }
  );

export type OnPolicyPhase = OnPolicyStep<never, never>['phase'];

export interface OnPolicyOptions {
  readonly executor: Executor;
  readonly config: ModelConfig;
  /** The policy's start and the frozen reference, flat in llamaLayout order. Copied. */
  readonly params: Float32Array;
  readonly reference: Float32Array;
  /** Token ids; visited in a fresh seeded order every pass. */
  readonly prompts: readonly (readonly number[])[];
  readonly reward: RewardFunction;
  readonly settings: OnPolicySettings;
  readonly seed: number;
  /** Where completions come from; default: the engine samples them. */
  readonly openDraw?: OpenDraw;
  /** Goes on there, instead of starting from `params`. */
  readonly resume?: OnPolicyResume;
}

/** After an update: all that later updates depend on. */
export interface OnPolicyResume extends RecipeResume {
  readonly live: LiveSettings;
  readonly pending: Partial<LiveSettings>;
  /** The KL divergence has ended the run. */
  readonly isStopped: boolean;
}

export interface OnPolicyRun<Read extends string, Estimate extends string> {
  /** One phase a pull. Call once. */
  steps(): Recipe<OnPolicyStep<Read, Estimate>>;
  /** Takes effect with the next rollout. */
  change(settings: Partial<LiveSettings>): void;
  /** π/π_old of every token, with the policy as it is now: (C) each. Changes nothing; costs a pass. */
  ratios(rollouts: readonly Rollout<Read, Estimate>[]): Promise<Float32Array[]>;
  /** A copy of the policy's parameters, flat in llamaLayout order. */
  params(): Promise<Float32Array>;
  /** What `resume` takes. Ask between two updates: in the middle of one there is no way back into it. */
  state(): Promise<OnPolicyResume>;
  dispose(): Promise<void>;
}
