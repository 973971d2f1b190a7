/**
 * What every stage of a pipeline has in common once it is open: visible steps to pull, and what it trained. The page, the
 * command line and the tests open stages through openStage.ts and pull the same generator.
 */
import type { Executor } from '../../engine/runtime/executor.ts';
import type { TrainState } from '../../engine/runtime/trainStep.ts';
import type { RewardModel } from '../../rlhf/rewardScorer.ts';
import type { CandidatePair, CheckTools } from '../../world/spec/types.ts';
import type { Evals } from '../document/evals.ts';
import type { StageDocument } from '../document/worldSchemas.ts';
import type { LoadedModel } from '../model/modelFolder.ts';

/** The checkpoints a stage starts from, in the order of pipeline.inputsOf. */
export interface StageInputs {
  /** Flat, ParamLayout order; at least one. */
  readonly policies: readonly Float32Array[];
  /** Null where the stage reads none. */
  readonly rewardModel: RewardModel | null;
}

export type StageOutput =
  | { readonly kind: 'policy'; readonly params: Float32Array }
  /** `before` is the model before the visitor's own labels, where there are any. */
  | { readonly kind: 'rewardModel'; readonly model: RewardModel; readonly before: RewardModel | null };

/** Sliders of a running stage, by the name of the setting. */
export type LiveChanges = Readonly<Record<string, number>>;

export type StageStep<Detail> =
  /** Work before the first step: drawing pairs, labelling. `what` in plain words; done of total. */
  | {
      readonly type: 'preparing';
      readonly what: string;
      readonly done: number;
      readonly total: number;
      /** A few of the pairs just drawn, for who wants to judge them too; no held-out ones. */
      readonly pairs?: readonly CandidatePair[];
    }
  | {
      readonly type: 'step';
      /** Optimizer step or update, counted from 1; 0 comes before the first change of the weights. */
      readonly step: number;
      readonly totalSteps: number;
      readonly metrics: Readonly<Record<string, number>>;
      /** Which phase of the step, where a step has several. The last phase completes it. */
      readonly phase?: StepPhase;
      readonly isLastPhase: boolean;
      /** Live settings that changed with this step. */
      readonly changes?: LiveChanges;
      /** At most one of each kind. */
      readonly details?: readonly Detail[];
    };

/** One of several parts that a step is shown in. */
export interface StepPhase {
  readonly name: string;
  /** Counted from 1, where a phase comes several times in a step. */
  readonly index?: number;
  readonly count?: number;
}

/** Enough to go on after `step` to the same curve, bit for bit on the same device. Structured-cloneable. */
export interface StageResume {
  /** Last whole step taken. */
  readonly step: number;
  /** Weights and moments, flat in the recipe's layout order. */
  readonly train: TrainState;
  /** What else the stage needs: drawn pairs, sliders that were moved, … Its own business. */
  readonly more: unknown;
}

export interface StageRun<Detail> {
  /** Known before the first pull where the settings alone decide it, else once the data are there. */
  readonly totalSteps: number;
  /** Call once. */
  steps(): AsyncGenerator<StageStep<Detail>, void, void>;
  /** Sliders: takes effect with the next step. Stages without live settings ignore it. */
  change(settings: LiveChanges): void;
  /** While watched, steps may cost more and show more. Changes no number of the training. */
  watch(isWatched: boolean): void;
  /** What is trained so far; null while there is nothing yet. */
  output(): Promise<StageOutput | null>;
  /** Figures that only the course of the training shows, such as `gold/fall_se`. */
  evals(): Evals;
  /** What StageOptions.resume takes. Ask between two whole steps: in the middle of one there is no way back into it. */
  state(): Promise<StageResume>;
  dispose(): Promise<void>;
}

export interface StageOptions<Settings> {
  readonly executor: Executor;
  readonly model: LoadedModel;
  /** Of the experiment: what the kind says it reads, and no more. */
  readonly document: StageDocument;
  readonly settings: Settings;
  /** Of this stage: pipeline.seedOf. */
  readonly seed: number;
  readonly inputs: StageInputs;
  /** For gold reward and simulated labelers. */
  readonly tools: CheckTools;
  /** Goes on there: the same stage, inputs and device give the rest of the same curve. */
  readonly resume: StageResume | null;
}
