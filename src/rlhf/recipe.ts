/**
 * What every recipe has in common: an async generator whose every `next()` is one visible step.
 * Run = keep pulling; Step = pull once; Pause = stop pulling. The page, the CLI and the tests pull the same generator.
 */

import type { TrainState } from '../engine/runtime/trainStep.ts';
import type { CompletionMask } from './completionMask.ts';

/** Where a run goes on: after its step `step`, bit for bit on the same device. */
export interface RecipeResume {
  readonly step: number;
  readonly train: TrainState;
}

/** One visible step of a recipe. `metrics` keys are rows of metrics.ts. */
export interface RecipeStep {
  /** Optimizer step, counted from 1; 0 is the evaluation before the first update. */
  readonly step: number;
  readonly totalSteps: number;
  readonly metrics: Readonly<Record<string, number>>;
}

export type Recipe<Step extends RecipeStep = RecipeStep> = AsyncGenerator<Step, void, void>;

/** One supervised example, tokenized. The completion includes its EOS. */
export interface TokenizedExample {
  readonly promptIds: readonly number[];
  /** (C) */
  readonly completionIds: readonly number[];
  /** Missing: every token of the completion counts. */
  readonly completionMask?: CompletionMask;
}
