/**
 * What crosses the worker boundary: the comlink APIs of trainer.worker and sampler.worker, and the events they report.
 * Types only; every value here is structured-cloneable. Events are stamped with the run they belong to.
 */
import type { DeviceInfo } from '../../engine/runtime/executor.ts';
import type { LiveSettings } from '../../rlhf/ppoTypes.ts';
import type { RewardModel } from '../../rlhf/rewardScorer.ts';
import type { CandidatePair, Spec } from '../../world/spec/types.ts';
import type { Experiment } from '../document/experiment.ts';
import type { Evals } from '../document/runDocument.ts';
import type { StageDetail } from '../stages/stageDetail.ts';
import type { StageKind } from '../stages/stageSchemas.ts';
import type { StoredCourse } from '../storage/types.ts';

export type DeviceChoice = 'auto' | 'webgpu' | 'wasm';

/** Why the device in use was chosen, and what else was considered. */
export interface DeviceReport {
  readonly device: DeviceInfo;
  /** One plain sentence: "WebGPU is not available in this browser, so the CPU is used (2 threads)." */
  readonly reason: string;
  readonly considered: readonly { readonly kind: DeviceChoice; readonly usable: boolean; readonly reason: string }[];
}

export interface InitRequest {
  readonly device: DeviceChoice;
  /** Absolute URL of the folder that holds the models, ending in '/'. */
  readonly modelsUrl: string;
  readonly model: string;
  /** wasm threads; default: see defaultThreads in device.ts (one without cross-origin isolation). */
  readonly threads?: number;
  /** How often a run is kept, ms; default KEEP_EVERY_MS. */
  readonly keepEveryMs?: number;
}

/** What is being fetched while a worker starts. `totalBytes` is null when the server doesn't say. */
export interface LoadProgress {
  /** Plain words: "model weights". */
  readonly what: string;
  readonly loadedBytes: number;
  readonly totalBytes: number | null;
}

export type OnProgress = (progress: LoadProgress) => void;

export interface InitResult {
  readonly report: DeviceReport;
  readonly model: ModelSummary;
}

export interface ModelSummary {
  readonly name: string;
  readonly parameters: number;
  readonly layers: number;
  readonly width: number;
  readonly vocabSize: number;
  readonly contextLength: number;
}

/** A column of completions: a policy. */
export type PolicyId = 'base' | 'sft' | 'ppo';

/** A trained or shipped policy, by the id the page uses for its column. */
export interface WeightSnapshot {
  readonly checkpointId: PolicyId;
  readonly stage: 'base' | StageKind;
  /** Flat float32 parameters in ParamLayout order. Transferred or shared, never mutated after sending. */
  readonly params: Float32Array;
  readonly step: number;
}

export interface RewardModelSnapshot {
  readonly checkpointId: 'rewardModel';
  readonly stage: 'rewardModel';
  readonly model: RewardModel;
  /** The model before the visitor's own labels, where there are any. */
  readonly before: RewardModel | null;
  readonly step: number;
}

export type Snapshot = WeightSnapshot | RewardModelSnapshot;

export interface CompletionToken {
  readonly id: number;
  readonly text: string;
  /** Natural-log probability under the checkpoint that wrote it, at temperature 1. */
  readonly logprob: number;
}

export interface Completion {
  readonly promptId: string;
  readonly prompt: string;
  readonly family: string;
  readonly text: string;
  readonly tokens: readonly CompletionToken[];
  /** True when the model ended its turn (EOS) inside the length limit. */
  readonly stopped: boolean;
  /** Sum over tokens, nats. */
  readonly logprob: number;
}

export interface SamplingSettings {
  readonly temperature: number;
  /** 1 = off. */
  readonly topP: number;
  readonly greedy: boolean;
  readonly maxNewTokens: number;
  readonly seed: number;
}

export interface SampleRequest {
  readonly checkpointId: string;
  /** `text` is the whole prompt with its chat frame (`User: …\nAssistant:`). */
  readonly prompts: readonly { readonly id: string; readonly family: string; readonly text: string }[];
  readonly sampling: SamplingSettings;
}

/** What a reader would notice in a completion: by rule, not by a model. */
export interface CompletionReview {
  /** Words that no dictionary and no name of the world has, by their place in the text. */
  readonly misspelt: readonly { readonly start: number; readonly end: number }[];
  readonly isRefusal: boolean;
}

/** Everything a worker reports while a run goes on. The page enters it at one exhaustive switch. */
export type LabEvent =
  | {
      readonly type: 'runStarted';
      readonly runId: string;
      readonly stage: StageKind;
      readonly totalSteps: number;
      readonly device: DeviceInfo;
    }
  | {
      /** Before the first step: drawing pairs, labelling. */
      readonly type: 'preparing';
      readonly runId: string;
      readonly what: string;
      readonly done: number;
      readonly total: number;
    }
  | {
      readonly type: 'step';
      readonly runId: string;
      readonly step: number;
      readonly totalSteps: number;
      readonly metrics: Readonly<Record<string, number>>;
      readonly stepMs: number;
      /** PPO: rollout · score · advantages · minibatch; several 'step' events share a step then. */
      readonly phase: string | null;
      readonly isLastPhase: boolean;
      /** Sliders that took effect with this step. */
      readonly changes: Partial<LiveSettings> | null;
      readonly detail: StageDetail | null;
    }
  | { readonly type: 'snapshot'; readonly runId: string; readonly snapshot: Snapshot }
  /** `nodeId`: its checkpoint in the lineage; null when it could not be stored. */
  | {
      readonly type: 'runFinished';
      readonly runId: string;
      readonly snapshot: Snapshot;
      readonly nodeId: string | null;
    }
  /** An interrupted run stands where it was kept last: what it had shown until then. */
  | { readonly type: 'runRestored'; readonly runId: string; readonly step: number; readonly course: StoredCourse }
  /** The browser stores no more of this run, which goes on all the same. Said once. */
  | { readonly type: 'notKept'; readonly runId: string; readonly message: string }
  | { readonly type: 'runPaused'; readonly runId: string; readonly step: number }
  | RunFailed;

/**
 * The run stopped by itself. The weights of the last snapshot (`keptStep`) are kept by whoever received it.
 * After a DeviceError or OutOfMemoryError the worker must be replaced; `nextDevice` is the one to offer, if any is left.
 */
export interface RunFailed {
  readonly type: 'failed';
  readonly runId: string;
  readonly error: { readonly name: string; readonly message: string };
  readonly keptStep: number;
  readonly failedDevice: DeviceChoice | null;
  readonly nextDevice: DeviceChoice | null;
}

export type OnEvent = (event: LabEvent) => void;

export interface StageRequest {
  readonly experiment: Experiment;
  /** Which of its stages. */
  readonly index: number;
  /** What earlier stages trained; null = the base model. */
  readonly policy: WeightSnapshot | null;
  /** Needed by a ppo stage whose reward is the reward model. */
  readonly rewardModel: RewardModelSnapshot | null;
  /** Under whose name the run is kept; null = it isn't. */
  readonly keep: KeepRequest | null;
}

export interface KeepRequest {
  readonly sessionId: string;
  readonly experimentName: string;
  /** Checkpoints of `policy` and `rewardModel`; null = the base model, or none. */
  readonly policyId: string | null;
  readonly rewardModelId: string | null;
}

/** trainer.worker: owns the policy being trained and its optimizer. One run at a time. */
export interface TrainerApi {
  /** @param onProgress through comlink.proxy · @throws DeviceError, ModelError, InvalidInputError */
  init(request: InitRequest, onProgress?: OnProgress): Promise<InitResult>;
  /**
   * Opens a stage of the experiment and reports 'runStarted'; SFT also reports 'step' 0 (the evaluation before the first
   * update). It doesn't go further until `resume` or `stepOnce`. Another run, if any, is dropped.
   * @param onEvent through comlink.proxy · failures come as a 'failed' event, not as a rejection
   */
  startStage(runId: string, request: StageRequest, onEvent: OnEvent): Promise<void>;
  /**
   * Opens a run that was interrupted, from storage: reports 'runStarted' and 'runRestored', then a 'snapshot' where weights
   * were kept. It doesn't go further until `resume` or `stepOnce`. Its id is the one it was kept under.
   */
  reopen(runId: string, onEvent: OnEvent): Promise<void>;
  /** Ends the run where it stands and makes a checkpoint of it. @returns its id; null when there is nothing to keep */
  end(runId: string): Promise<string | null>;
  /** Sliders of a running PPO run; takes effect with its next update, and comes back with its 'step'. */
  change(runId: string, settings: Partial<LiveSettings>): Promise<void>;
  /** Steps until finished or paused. Returns at once; progress comes as events. */
  resume(runId: string): Promise<void>;
  /** Stops after the step in progress, reports 'snapshot' and 'runPaused'; resolves when it has stopped. */
  pause(runId: string): Promise<void>;
  /** Exactly one step, then 'snapshot' and 'runPaused' (or 'runFinished'); resolves when it is done. Pauses a running run first. */
  stepOnce(runId: string): Promise<void>;
  /** Drops the run, after the step in progress; its weights are gone. */
  reset(runId: string): Promise<void>;
  dispose(): Promise<void>;
}

/** Also in sampler.worker. Its dictionary is fetched at the first call: completions don't wait for it. */
export interface ReviewerApi {
  /** One review a completion, in order. */
  review(completions: readonly Pick<Completion, 'prompt' | 'text' | 'stopped'>[]): Promise<readonly CompletionReview[]>;
}

/** Pairs for the labelling bench. */
export interface PairRequest {
  readonly checkpointId: PolicyId;
  readonly count: number;
  readonly temperature: number;
  readonly seed: number;
  /** Own prompts; default: the world's, in the RL mix. */
  readonly prompts?: readonly string[];
}

/** How a reward model sees a text. */
export interface RewardProbe {
  readonly score: number;
  /** The score if the text ended after each of its tokens. */
  readonly byToken: readonly { readonly text: string; readonly score: number }[];
}

/** sampler.worker: draws the side-by-side completions from weight snapshots, so that charts keep moving. */
export interface SamplerApi {
  init(request: InitRequest, onProgress?: OnProgress): Promise<InitResult>;
  /** 'base' is loaded by init. */
  setWeights(snapshot: WeightSnapshot): Promise<void>;
  setRewardModel(snapshot: RewardModelSnapshot): Promise<void>;
  /** One completion a prompt, in order. Same weights, prompts and sampling settings → same completions. */
  sample(request: SampleRequest): Promise<readonly Completion[]>;
  /** Two different completions of each of `count` prompts. */
  drawPairs(request: PairRequest): Promise<readonly CandidatePair[]>;
  /** @param which `before` = without the visitor's labels · @throws InvalidInputError when there is no reward model yet */
  probeReward(prompt: string, completion: string, which: 'now' | 'before'): Promise<RewardProbe>;
  /** Evals of a checkpoint by name, `gold/mean` by `spec` among them. Takes seconds: `quick` asks a quarter. */
  evaluate(checkpointId: PolicyId, size: 'full' | 'quick', seed: number, spec: Spec): Promise<Evals>;
  /**
   * As evaluate, of weights that are no column: a stored checkpoint, a mix of two.
   * @param onPart through comlink.proxy; told how far it is, answers whether to go on
   * @throws AbortedError when it shan't
   */
  evaluateWeights(request: WeightsRequest, onPart: OnPart): Promise<Evals>;
  /** As sample, of weights that are no column. */
  sampleWeights(params: Float32Array, request: Omit<SampleRequest, 'checkpointId'>): Promise<readonly Completion[]>;
  /** Who wins on `count` held-out prompts, at temperature 1. */
  compare(request: CompareRequest): Promise<CompareResult>;
  dispose(): Promise<void>;
}

export interface WeightsRequest {
  /** Flat float32, ParamLayout order; null = the base model's. */
  readonly params: Float32Array | null;
  /** The SFT checkpoint that gains, win rates and KL are against; null leaves them out. */
  readonly reference: Float32Array | null;
  readonly size: 'full' | 'quick';
  readonly seed: number;
  readonly spec: Spec;
}

/** @returns whether to go on */
export type OnPart = (done: number, total: number) => boolean | Promise<boolean>;

export interface CompareRequest {
  readonly checkpointId: PolicyId;
  readonly against: PolicyId;
  readonly count: number;
  readonly seed: number;
  /** What gold goes by. */
  readonly spec: Spec;
}

/** Shares of prompts on which `checkpointId` beats `against`, ties half; `se` its standard error. */
export interface CompareResult {
  readonly byGold: Evals[string];
  /** Absent without a reward model. */
  readonly byRewardModel: Evals[string] | null;
  readonly pairs: readonly {
    readonly question: string;
    readonly family: string;
    readonly text: string;
    readonly againstText: string;
    readonly goldDifference: number;
  }[];
}
