/** What is pre-trained and how: one row a model. 30,000 steps of 16 × 128 tokens are 61.4 M tokens. */
import { lab1m, lab3m, type ModelConfig } from '../../src/engine/nn/config.ts';

export interface PretrainPlan {
  readonly config: ModelConfig;
  readonly seed: number;
  readonly steps: number;
  /** Rows of a batch. */
  readonly batch: number;
  /** Tokens of a row. */
  readonly length: number;
  /** Peak learning rate, reached after the warm-up; then a cosine down to `finalFraction` of it. */
  readonly peak: number;
  readonly warmupSteps: number;
  readonly finalFraction: number;
  /** Steps whose weights are kept beside the last ones. */
  readonly keep: readonly number[];
}

const common = {
  seed: 1,
  steps: 30_000,
  batch: 16,
  length: 128,
  warmupSteps: 200,
  finalFraction: 0.02,
  keep: [500, 2_500, 5_000, 10_000],
};

export const plans: Readonly<Record<string, PretrainPlan>> = {
  'lab-1m': { ...common, config: lab1m, peak: 3e-3 },
  'lab-3m': { ...common, config: lab3m, peak: 2e-3 },
};
