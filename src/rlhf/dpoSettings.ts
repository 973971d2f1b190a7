/** What DPO can be told, each setting with its bounds, its default and where the default comes from. */
import { z } from 'zod';
import { oneOf, whole, within, yesNo } from './fields.ts';

/** `sigmoid`: Rafailov et al. 2023; `ipo`: Azar et al. 2023; `simpo`: Meng et al. 2024. */
export const dpoLosses = ['sigmoid', 'ipo', 'simpo'] as const;
export type DpoLoss = (typeof dpoLosses)[number];

export const dpoSettings = z.strictObject({
  loss: oneOf(dpoLosses).default('sigmoid'),
  /** β: reward per nat of log-ratio, the leash. Rafailov et al. 2023 take .1; .1 measured here: twice the KL and a loss of gold. */
  beta: within(1e-3, 100).default(0.3),
  /** γ, by which `simpo` wants the chosen one's reward above the other's (Meng et al. 2024, eq. 6: half of β and more). */
  targetMargin: within(0, 100).default(1),
  /** Weight of the chosen completion's negative log-likelihood a token (Pang et al. 2024; Llama 3.1: .2); 0 = off. */
  nllWeight: within(0, 10).default(0),
  /** Passes over the pairs. One: a second brings KL, since the pairs say nothing new about a policy that has moved. */
  epochs: whole(1, 20).default(1),
  /** B·T of a packed batch: so many rows of so many tokens, filled with as many pairs as fit. */
  batchSize: whole(2, 256).default(16),
  sequenceLength: whole(8, 2048).default(128),
  /** Peak of AdamW: PPO’s, a fifth of SFT’s. */
  learningRate: within(0, 1).default(3e-4),
  /** Added to √v̂ in Adam's denominator; see onPolicySettings.ts. */
  adamEpsilon: within(1e-12, 1).default(1e-3),
  warmupFraction: within(0, 1).default(0.1),
  minLearningRateFraction: within(0, 1).default(0.1),
  weightDecay: within(0, 1).default(0),
  /** Ties are left out, or train as soft labels of ½. */
  dropTies: yesNo().default(true),
  /** Held-out figures every so many steps, and before the first and after the last. */
  evalEvery: whole(1, 20_000).default(20),
});

export type DpoSettings = z.output<typeof dpoSettings>;
