/** What PPO can be told, each setting with its bounds, its default and where the default comes from. */
import { z } from 'zod';
import { oneOf, whole, within, yesNo } from './fields.ts';

export const ppoSettings = z.strictObject({
  /** Policy updates: one rollout and its optimization each. */
  updates: whole(1, 20_000).default(40),
  promptsPerUpdate: whole(1, 1024).default(16),
  /** G */
  completionsPerPrompt: whole(1, 64).default(4),
  /** C */
  maxNewTokens: whole(4, 1024).default(40),
  temperature: within(0.1, 3).default(1),
  /** Of the first update; it falls in a straight line. At 6e-4 and above KL grows and reward doesn't (measured, 64 completions). */
  learningRate: within(0, 1).default(3e-4),
  /** The last update's rate as a share of the first's. */
  minLearningRateFraction: within(0, 1).default(0.1),
  /**
   * Added to √v̂ in Adam's denominator, in units of the gradient, whose norm is about 1 and a parameter's share of it 1e-3.
   * Smaller, and every parameter moves by a full step however little its gradient says: KL without reward (measured).
   */
  adamEpsilon: within(1e-12, 1).default(1e-3),
  /** Ouyang et al. 2022 take .02 with their own scale of scores; .1 measured here at an ε of 1e-3. */
  klCoef: within(0, 10).default(0.1),
  /** Nats a completion that an adaptive klCoef steers to (Ziegler et al. 2019, eq. 4); 0 = klCoef stays as it is. */
  klTarget: within(0, 1000).default(0),
  /** Completions over which the adaptive controller reacts. */
  klHorizon: whole(1, 10_000_000).default(2000),
  /** Schulman et al. 2017, §6.1. */
  clipRange: within(0.001, 1).default(0.2),
  /** Ziegler et al. 2019. */
  vfCoef: within(0, 10).default(0.1),
  entropyCoef: within(0, 1).default(0),
  gamma: within(0, 1).default(1),
  /** Schulman et al. 2017, §6.1. */
  gaeLambda: within(0, 1).default(0.95),
  /** Passes over one rollout batch. A second one lost reward (measured). */
  epochs: whole(1, 16).default(1),
  /** At least so many optimizer steps an epoch; long completions may need more. */
  minibatches: whole(1, 64).default(3),
  /** Passes over the first rollout that train the value head alone, at `valueWarmupRate`. */
  valueWarmupEpochs: whole(0, 100).default(10),
  valueWarmupRate: within(0, 1).default(3e-3),
  /** Whether the value loss also trains the trunk (`shared`) or only the head (`detached`). */
  valueTrunk: oneOf(['detached', 'shared']).default('detached'),
  /** `prompt` takes the mean score of a prompt's other completions off each score before GAE (Ahmadian et al. 2024, eq. 7). */
  baseline: oneOf(['prompt', 'none']).default('prompt'),
  /** Taken off the score of a completion that didn't stop. */
  missingEosPenalty: within(0, 100).default(1),
  whitenAdvantages: yesNo().default(true),
  /** Ends the run when objective/kl exceeds it, nats a completion; 0 = never. */
  stopAtKl: within(0, 1000).default(0),
});

export type PpoSettings = z.output<typeof ppoSettings>;
