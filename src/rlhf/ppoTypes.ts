/** What PPO is told and what it tells: settings, rewards, rollouts, steps. Types only. */
import type { RecipeStep, TokenizedExample } from './recipe.ts';

export interface PpoRecipeSettings {
  /** Policy updates: one rollout and its optimization each. */
  readonly updates: number;
  readonly promptsPerUpdate: number;
  /** G */
  readonly completionsPerPrompt: number;
  /** C */
  readonly maxNewTokens: number;
  readonly temperature: number;
  /** Of the first update. */
  readonly learningRate: number;
  /** The last update's rate as a share of the first's; linear between. */
  readonly minLearningRateFraction: number;
  /**
   * Added to √v̂ in Adam's denominator, in units of the gradient (whose norm is about 1). Small, and every parameter moves by
   * a full step however little its gradient says; large, and what is noise moves the policy less than what is signal.
   */
  readonly adamEpsilon: number;
  readonly klCoef: number;
  /** Nats a completion that an adaptive klCoef steers to (Ziegler et al. 2019, eq. 4); 0 = klCoef stays as it is. */
  readonly klTarget: number;
  /** Completions over which the adaptive controller reacts. */
  readonly klHorizon: number;
  readonly clipRange: number;
  readonly vfCoef: number;
  readonly entropyCoef: number;
  readonly gamma: number;
  readonly gaeLambda: number;
  /** Passes over one rollout batch. */
  readonly epochs: number;
  /** At least so many optimizer steps an epoch; long completions may need more. */
  readonly minibatches: number;
  /** Passes over the first rollout that train the value head alone, at `valueWarmupRate`. */
  readonly valueWarmupEpochs: number;
  readonly valueWarmupRate: number;
  /** Whether the value loss also trains the trunk (`shared`) or only the head (`detached`). */
  readonly valueTrunk: 'shared' | 'detached';
  /** `prompt` takes the mean score of a prompt's other completions off each score before GAE. */
  readonly baseline: 'none' | 'prompt';
  /** Taken off the score of a completion that didn't stop. */
  readonly missingEosPenalty: number;
  readonly whitenAdvantages: boolean;
  /** Ends the run when objective/kl exceeds it, nats a completion; 0 = never. */
  readonly stopAtKl: number;
}

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
export type LiveSettings = Pick<PpoRecipeSettings, 'klCoef' | 'clipRange' | 'learningRate' | 'temperature'>;
