/** What leaves the lab as files: the runs of an experiment, and what the models wrote along the way. Plain values. */
import type { Curves } from '../curve.ts';
import type { PolicyId } from '../pipeline.ts';
import type { StageId, StageKind } from '../stages/kinds.ts';

/** The run a stage shows. */
export interface ExportedRun {
  readonly stage: StageId;
  readonly kind: StageKind;
  /** Last step taken, of how many. */
  readonly step: number;
  readonly totalSteps: number;
  /** In words, as the device badge says it; null = not known. */
  readonly device: string | null;
  readonly seed: number;
  readonly settings: Readonly<Record<string, unknown>>;
  /** By metric key, in the order of the steps. */
  readonly series: Curves;
  /** Sliders that were moved. */
  readonly changes: readonly { readonly step: number; readonly key: string; readonly value: number }[];
}

/** One completion of the display prompts: the one the page shows, or one of several draws of the prompt. */
export interface ExportedCompletion {
  readonly promptId: string;
  /** The whole text the model was fed. */
  readonly prompt: string;
  readonly family: string;
  readonly text: string;
  /** Sum over the completion's tokens, nats. */
  readonly logprob: number;
  /** Ended by itself within the length limit; null = not known. */
  readonly stopped: boolean | null;
  /** Of several draws: which, from 1, and at what temperature. The same number has the same seed in every stage. */
  readonly draw?: number;
  readonly temperature?: number;
}

/** What a policy wrote after `step` of its stage; the base model is at step 0. */
export interface CompletionsAtStep {
  readonly stage: PolicyId;
  readonly step: number;
  readonly completions: readonly ExportedCompletion[];
}
