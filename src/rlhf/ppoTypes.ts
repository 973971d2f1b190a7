/** What PPO is told and what it tells: settings, rewards, rollouts, steps. Types only. */
import type { PpoSettings } from './ppoSettings.ts';
import type { RecipeStep, TokenizedExample } from './recipe.ts';

/** What a reward says of one completion. */
export interface RewardScore {
  /** What is optimized (the proxy). */
  readonly score: number;
  /** What is wanted, where it is known; only reported. */
  readonly gold?: number;
}

export interface Completed extends TokenizedExample {
  /** Which of the prompts handed in. */
  readonly promptIndex: number;
  readonly stopped: boolean;
}

export type RewardFunction = (completions: readonly Completed[]) => Promise<readonly RewardScore[]>;

/** One completion and everything PPO knows of it; arrays are (C), filled phase by phase. */
export interface Rollout extends Completed {
  readonly logprobs: Float32Array;
  readonly refLogprobs: Float32Array;
  readonly values: Float32Array;
  readonly entropy: Float32Array;
  readonly klExact: Float32Array;
  readonly score: number;
  readonly gold?: number;
  readonly rewards: Float32Array;
  readonly advantages: Float32Array;
  readonly returns: Float32Array;
}

/** Before advantages are estimated. */
export type Scored = Omit<Rollout, 'advantages' | 'returns'>;

export type PpoPhase = 'rollout' | 'score' | 'advantages' | 'minibatch';

export interface PpoStep extends RecipeStep {
  readonly phase: PpoPhase;
  /** Of the minibatches of this update, counted from 1. */
  readonly minibatch?: { readonly index: number; readonly count: number };
  /** What the phase produced: the batch as far as it is known. */
  readonly rollouts: readonly Partial<Rollout & Completed>[];
  /** Live settings that changed since the last step. */
  readonly changes?: Partial<LiveSettings>;
}

/** What may change while a run runs. */
export type LiveSettings = Pick<PpoSettings, 'klCoef' | 'clipRange' | 'learningRate' | 'temperature'>;
