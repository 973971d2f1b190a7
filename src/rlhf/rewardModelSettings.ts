/** What a reward model can be told, each setting with its bounds, its default and where the default comes from. */
import { z } from 'zod';
import { oneOf, whole, within, yesNo } from './fields.ts';

/** `lastToken`: Stiennon et al. 2020; `meanPooled`: with the reference's log-probs as features (4-world.md §4.7). */
export const rewardHeads = ['meanPooled', 'lastToken'] as const;
export type RewardHead = (typeof rewardHeads)[number];

export const rewardModelSettings = z.strictObject({
  /** Measured: agreement with gold .87 mean-pooled against .64–.76 on the last token (4-world.md §4.7). */
  head: oneOf(rewardHeads).default('meanPooled'),
  /** Passes over the pairs. Ouyang et al. 2022 take one over many more pairs; a third starts to learn them by heart. */
  epochs: whole(1, 20).default(2),
  /** B·T of a packed batch: so many rows of so many tokens, filled with as many pairs as fit. */
  batchSize: whole(2, 256).default(16),
  sequenceLength: whole(8, 2048).default(128),
  /** Peak of AdamW; measured with 2,200 pairs. */
  learningRate: within(0, 1).default(1e-3),
  warmupFraction: within(0, 1).default(0.1),
  minLearningRateFraction: within(0, 1).default(0.1),
  weightDecay: within(0, 1).default(0.01),
  /** Ties are left out, or train as soft labels of 0.5. */
  dropTies: yesNo().default(true),
  /** Labelers' margins are subtracted from the difference, times this (Touvron et al. 2023, eq. 2); 0 = off. */
  marginScale: within(0, 100).default(0),
  /** Held-out figures every so many steps, and before the first and after the last. */
  evalEvery: whole(1, 20_000).default(30),
});

export type RewardModelSettings = z.output<typeof rewardModelSettings>;
