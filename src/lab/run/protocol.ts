/**
 * What crosses the worker boundary: the comlink APIs of trainer.worker and sampler.worker, and the events they report.
 * Types only; every value here is structured-cloneable. Events are stamped with the run they belong to.
 */
import type { DeviceInfo } from '../../engine/runtime/executor.ts';
import type { Outcomes } from '../../world/evals/goldEvals.ts';
import type { PerPrompt } from '../../world/evals/statistics.ts';
import type { Sighting } from '../../world/behaviours/detect.ts';
import type { Behaviour } from '../../world/behaviours/names.ts';
import type { JudgedRule, CandidatePair, Spec } from '../../world/spec/types.ts';
import type { Experiment } from '../document/experiment.ts';
import type { Evals } from '../document/evals.ts';
import type { ModelSummary } from '../model/modelFolder.ts';
import type { PolicyId } from '../pipeline.ts';
import type { StageDetail, StageId } from '../stages/kinds.ts';
import type { LiveChanges, StageOutput, StepPhase } from '../stages/stageRun.ts';
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
  /** How many of them this worker takes at most; default: all. The report is about the device that trains. */
  readonly ownThreads?: number;
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
  /** Checkpoint id of the shipped model: the root of every lineage. */
  readonly baseId: string;
}

/** What a stage has trained so far, by the stage's name. Transferred or shared, never mutated after sending. */
export type Snapshot = StageOutput & { readonly stageId: StageId; readonly step: number };
export type PolicySnapshot = Extract<Snapshot, { readonly kind: 'policy' }>;
export type RewardModelSnapshot = Exclude<Snapshot, PolicySnapshot>;

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
  readonly policy: PolicyId;
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
      readonly stageId: StageId;
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
      readonly pairs?: readonly CandidatePair[];
    }
  | {
      readonly type: 'step';
      readonly runId: string;
      readonly step: number;
      readonly totalSteps: number;
      readonly metrics: Readonly<Record<string, number>>;
      readonly stepMs: number;
      /** Of a step that is shown in several parts: several 'step' events share a step then. */
      readonly phase: StepPhase | null;
      readonly isLastPhase: boolean;
      /** Sliders that took effect with this step. */
      readonly changes: LiveChanges | null;
      readonly details: readonly StageDetail[];
    }
  | { readonly type: 'snapshot'; readonly runId: string; readonly snapshot: Snapshot }
  /** `nodeId`: its checkpoint, which later stages are told to start from. */
  | {
      readonly type: 'runFinished';
      readonly runId: string;
      readonly snapshot: Snapshot;
      readonly nodeId: string;
    }
  /** An interrupted run stands where it was kept last: what it had shown until then. */
  | { readonly type: 'runRestored'; readonly runId: string; readonly step: number; readonly course: StoredCourse }
  /** The browser stores no more of this run, which goes on all the same. Said once. */
  | { readonly type: 'notKept'; readonly runId: string; readonly message: string }
  | { readonly type: 'runPaused'; readonly runId: string; readonly step: number }
  | RunFailed;

/**
 * The run stopped by itself. The weights of the last snapshot (`keptStep`) are the checkpoint `nodeId`, where there are any.
 * After a DeviceError or OutOfMemoryError the worker must be replaced; `nextDevice` is the one to offer, if any is left.
 */
export interface RunFailed {
  readonly type: 'failed';
  readonly runId: string;
  readonly error: { readonly name: string; readonly message: string };
  readonly keptStep: number;
  readonly nodeId: string | null;
  readonly failedDevice: DeviceChoice | null;
  readonly nextDevice: DeviceChoice | null;
}

export type OnEvent = (event: LabEvent) => void;

export interface StageRequest {
  readonly experiment: Experiment;
  /** Which of its stages. */
  readonly stageId: StageId;
  /** The checkpoints that the stages it starts from have made, by stage; the base model needs none. */
  readonly checkpoints: Readonly<Record<StageId, string>>;
  /** Under whose name the run is kept. */
  readonly sessionId: string;
  readonly experimentName: string;
}

/** trainer.worker: owns the policy being trained and its optimizer. One run at a time. */
export interface TrainerApi {
  /** @param onProgress through comlink.proxy · @throws DeviceError, ModelError, InvalidInputError */
  init(request: InitRequest, onProgress?: OnProgress): Promise<InitResult>;
  /**
   * Opens a stage of the experiment and reports 'runStarted'; a kind that begins with an evaluation also reports that step.
   * It doesn't go further until `resume` or `stepOnce`. Another run, if any, is dropped. What it starts from is loaded here,
   * by the ids of the checkpoints.
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
  /** Sliders of a running run; takes effect with its next step, and comes back with it. */
  change(runId: string, settings: LiveChanges): Promise<void>;
  /** Steps until finished or paused. Returns at once; progress comes as events. */
  resume(runId: string): Promise<void>;
  /**
   * A pause or a reset is about to be asked for, perhaps behind a call that is still at work: a step that isn't done in a
   * moment is held where it is, and the call that waits for it resolves.
   */
  hold(runId: string): Promise<void>;
  /** Keeps the run after the step in progress: the page may go away. Returns at once. */
  keep(runId: string): Promise<void>;
  /**
   * Stops after the step in progress, or in its middle where it takes long; keeps the last whole step, reports 'snapshot'
   * (not in the middle of a step) and 'runPaused'; resolves when it has stopped. Going on gives the same curve.
   */
  pause(runId: string): Promise<void>;
  /** Exactly one step, or the rest of one that was held, then 'snapshot' and 'runPaused' (or 'runFinished'); resolves when it is done. Pauses a running run first. */
  stepOnce(runId: string): Promise<void>;
  /** Drops the run, in the middle of a step too; its weights are gone. */
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
  readonly policy: PolicyId;
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
  /** The base model is loaded by init. */
  setWeights(snapshot: Snapshot): Promise<void>;
  /** One completion a prompt, in order. Same weights, prompts and sampling settings → same completions. */
  sample(request: SampleRequest): Promise<readonly Completion[]>;
  /** Two different completions of each of `count` prompts. */
  drawPairs(request: PairRequest): Promise<readonly CandidatePair[]>;
  /** @throws InvalidInputError when there is no such reward model yet */
  probeReward(request: ProbeRequest): Promise<RewardProbe>;
  /** Evals of a policy by name, `gold/mean` by `spec` among them. Takes seconds: `quick` asks a quarter. */
  evaluate(request: EvaluateRequest): Promise<Evals>;
  /**
   * As evaluate, of weights that are no column: a stored checkpoint, a mix of two.
   * @returns with the numbers behind the figures asked for, a prompt each
   * @param onPart through comlink.proxy; told how far it is, answers whether to go on
   * @throws AbortedError when it shan't
   */
  evaluateWeights(request: WeightsRequest, onPart: OnPart): Promise<WeightsEvals>;
  /** As sample, of weights that are no column. */
  sampleWeights(params: Float32Array, request: Omit<SampleRequest, 'policy'>): Promise<readonly Completion[]>;
  /** Many replies, each judged, in the order of the prompts. */
  survey(request: SurveyRequest): Promise<readonly SurveyedReply[]>;
  /** Who wins on `count` held-out prompts, at temperature 1. */
  compare(request: CompareRequest): Promise<CompareResult>;
  dispose(): Promise<void>;
}

export interface ProbeRequest {
  /** Which stage's reward model. */
  readonly rewardModel: StageId;
  readonly prompt: string;
  readonly completion: string;
  /** `before` = without the visitor's labels. */
  readonly which: 'now' | 'before';
}

/** What a policy is judged with. */
export interface JudgedWith {
  /** What gains, win rates and KL are against; null leaves them out. */
  readonly reference: PolicyId | null;
  /** For the win rate by score; null leaves it out. */
  readonly rewardModel: StageId | null;
}

export interface EvaluateRequest extends JudgedWith {
  readonly policy: PolicyId;
  readonly size: 'full' | 'quick';
  readonly seed: number;
  readonly spec: Spec;
}

export interface WeightsEvals {
  readonly evals: Evals;
  readonly perPrompt: PerPrompt;
}

export interface WeightsRequest {
  /** Flat float32, ParamLayout order; null = the base model's. */
  readonly params: Float32Array | null;
  /** What gains, win rates and KL are against; null leaves them out. */
  readonly reference: Float32Array | null;
  readonly size: 'full' | 'quick';
  readonly seed: number;
  readonly spec: Spec;
  /** Names of figures to be given prompt by prompt; those that aren't means over prompts are left out. */
  readonly perPrompt: readonly string[];
}

/** @returns whether to go on */
export type OnPart = (done: number, total: number) => boolean | Promise<boolean>;

/** One question, or so many of the world's held-out mix; `copies` draws of each. */
export type SurveyAsk = { readonly copies: number } & ({ readonly question: string } | { readonly count: number });

export interface SurveyRequest {
  readonly policy: PolicyId;
  readonly ask: SurveyAsk;
  /** Whose scores are given; null = none. */
  readonly rewardModel: StageId | null;
  readonly seed: number;
  /** What gold goes by. */
  readonly spec: Spec;
}

export interface SurveyedReply {
  readonly question: string;
  readonly family: string;
  /** As drawn, leading space included. */
  readonly text: string;
  readonly stopped: boolean;
  /** −1…1 */
  readonly gold: number;
  /** Why. */
  readonly rules: readonly JudgedRule[];
  /** By the reward model, where there is one. */
  readonly score: number | null;
  /** Behaviours it shows, with the words that decide. */
  readonly sightings: readonly Sighting[];
  /** Behaviours that a reply to this prompt can show at all. */
  readonly possible: readonly Behaviour[];
}

export interface CompareRequest {
  readonly policy: PolicyId;
  readonly against: PolicyId;
  /** Whose scores count; null = gold alone judges. */
  readonly rewardModel: StageId | null;
  readonly count: number;
  readonly seed: number;
  /** What gold goes by. */
  readonly spec: Spec;
}

/** On how many prompts `policy` beats `against`, as each judge sees it. */
export interface CompareResult {
  readonly byGold: Outcomes;
  /** Absent without a reward model. */
  readonly byRewardModel: Outcomes | null;
  readonly pairs: readonly {
    readonly question: string;
    readonly family: string;
    readonly text: string;
    readonly againstText: string;
    readonly goldDifference: number;
  }[];
}
