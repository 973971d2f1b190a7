/**
 * What every stage of a pipeline has in common once it is open: visible steps to pull, and what it trained. The page, the
 * command line and the tests open stages here and pull the same generator.
 */
import type { Executor } from '../../engine/runtime/executor.ts';
import type { TrainState } from '../../engine/runtime/trainStep.ts';
import type { LiveSettings } from '../../rlhf/ppoTypes.ts';
import type { RewardModel } from '../../rlhf/rewardScorer.ts';
import type { CheckTools } from '../../world/spec/types.ts';
import type { Experiment } from '../document/experiment.ts';
import type { Evals } from '../document/runDocument.ts';
import type { LoadedModel } from '../model/modelFolder.ts';
import type { StageDetail } from './stageDetail.ts';
import type { StageKind } from './stageSchemas.ts';

/** What earlier stages left for this one. */
export interface StageInputs {
  /** The newest policy: flat, ParamLayout order; the base model's where nothing was trained. */
  readonly policy: Float32Array;
  /** The newest reward model, for ppo. */
  readonly rewardModel: RewardModel | null;
}

export type StageOutput =
  | { readonly kind: 'policy'; readonly params: Float32Array }
  /** `before` is the model before the visitor's own labels, where there are any. */
  | { readonly kind: 'rewardModel'; readonly model: RewardModel; readonly before: RewardModel | null };

export type StageStep =
  /** Work before the first step: drawing pairs, labelling. `what` in plain words; done of total. */
  | { readonly type: 'preparing'; readonly what: string; readonly done: number; readonly total: number }
  | {
      readonly type: 'step';
      /** Optimizer step or update, counted from 1; 0 comes before the first change of the weights. */
      readonly step: number;
      readonly totalSteps: number;
      readonly metrics: Readonly<Record<string, number>>;
      /** Which phase of the step, where a step has several (ppo). The last phase completes it. */
      readonly phase?: string;
      readonly isLastPhase: boolean;
      /** Live settings that changed with this step. */
      readonly changes?: Partial<LiveSettings>;
      readonly detail?: StageDetail;
    };

/** Enough to go on after `step` to the same curve, bit for bit on the same device. Structured-cloneable. */
export interface StageResume {
  /** Last whole step taken. */
  readonly step: number;
  /** Weights and moments, flat in the recipe's layout order. */
  readonly train: TrainState;
  /** What else the stage needs: drawn pairs, sliders that were moved, … Its own business. */
  readonly more: unknown;
}

export interface StageRun {
  readonly kind: StageKind;
  /** Known before the first pull where the settings alone decide it, else once the data are there. */
  readonly totalSteps: number;
  /** Call once. */
  steps(): AsyncGenerator<StageStep, void, void>;
  /** Sliders: takes effect with the next update. Stages without live settings ignore it. */
  change(settings: Partial<LiveSettings>): void;
  /** While watched, steps may cost more and show more: PPO's ratios. Changes no number of the training. */
  watch(isWatched: boolean): void;
  /** What is trained so far; null while there is nothing yet. */
  output(): Promise<StageOutput | null>;
  /** Figures that only the course of the training shows, such as `gold/fall_se`. */
  evals(): Evals;
  /** What StageOptions.resume takes. Ask between two whole steps: in the middle of one there is no way back into it. */
  state(): Promise<StageResume>;
  dispose(): Promise<void>;
}

export interface StageOptions {
  readonly executor: Executor;
  readonly model: LoadedModel;
  readonly experiment: Experiment;
  /** Which of the experiment's stages. */
  readonly index: number;
  readonly inputs: StageInputs;
  /** For gold reward and simulated labelers. */
  readonly tools: CheckTools;
  /** Goes on there: the same stage, inputs and device give the rest of the same curve. */
  readonly resume?: StageResume | null;
}
