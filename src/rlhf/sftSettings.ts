/** What SFT can be told, each setting with its bounds, its default and where the default comes from. */
import { z } from 'zod';
import { whole, within, yesNo } from './fields.ts';

export const sftSettings = z.strictObject({
  /** Optimizer steps. Measured: facts are right after 150, refusals hold after 280, and small talk still gains up to 560. */
  steps: whole(1, 20_000).default(560),
  /** B: rows a step. Sixteen rows of 128 tokens hold about 52 demonstrations (4-world.md §4.7). */
  batchSize: whole(1, 256).default(16),
  /** T: tokens a row; the model's context length bounds it further, and is the default. */
  sequenceLength: whole(8, 2048).default(128),
  /** Peak of AdamW. At 3e-3 held-out refusals suffer (4-world.md §4.7). */
  learningRate: within(0, 1).default(1.5e-3),
  /** Share of the steps over which the learning rate rises from 0: enough for Adam's moments to settle. */
  warmupFraction: within(0, 1).default(0.05),
  /** Where the cosine ends, as a share of the peak: Touvron et al. 2023, §2.2. */
  minLearningRateFraction: within(0, 1).default(0.1),
  /** Decoupled, on matrices only. Small: a run sees its data a few times only. */
  weightDecay: within(0, 1).default(0.01),
  /** Held-out loss every so many steps, and before the first and after the last. */
  evalEvery: whole(1, 20_000).default(40),
  /** Several examples a row; off = one padded example a row. Padded rows hold a third of the data (4-world.md §4.7). */
  packing: yesNo().default(true),
  /** Share of each batch's rows, rounded, that hold documents of the pre-training text; 0 = demonstrations alone. */
  pretrainingShare: within(0, 0.9).default(0.125),
  /**
   * Weight of the documents’ mean loss beside that of the demonstrations: InstructGPT’s γ. Measured (seed 1): at .5 their
   * gradient is the larger one and a fifth of what is harmful is answered; at .1 as little is forgotten.
   */
  pretrainingCoef: within(0, 100).default(0.1),
});

export type SftSettings = z.output<typeof sftSettings>;
