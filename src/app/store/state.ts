/**
 * What the page knows, as plain values: five slices. Tensors, sessions and workers never enter it; weights are kept in
 * client/keptWeights.ts. `experiment` is what the next run will be, `runs` what happened, `samples` what the models said,
 * `session` the machine it happens on, `ui` what the visitor looks at.
 */
import type { DeviceInfo } from '../../engine/runtime/executor.ts';
import type { Experiment } from '../../lab/document/experiment.ts';
import type { Completion, CompletionReview, DeviceChoice, DeviceReport, LoadProgress } from '../../lab/run/protocol.ts';
import type { ModelSummary } from '../../lab/model/modelFolder.ts';
import type { PolicyId } from '../../lab/pipeline.ts';
import type { Stage, StageDetail, StageId } from '../../lab/stages/kinds.ts';
import type { LiveChanges, StepPhase } from '../../lab/stages/stageRun.ts';
import type { Curve } from '../../lab/curve.ts';
import type { CandidatePair } from '../../world/spec/types.ts';
import type { SurveyState } from './survey/surveyState.ts';
import type { CompareState } from './compare/compareState.ts';
import type { ExportState } from './export/exportState.ts';
import type { BenchState, OwnDataState } from './label/labelState.ts';
import type { LineageState } from './lineage/lineageState.ts';
import type { Pace } from '../series/sizeEstimate.ts';
import type { OfflineState } from './session/offlineState.ts';
import type { PresentState } from './present/presentState.ts';
import type { ShareState } from './share/shareState.ts';

/** What happened, what is kept, what to press. */
export interface Problem {
  readonly name: string;
  readonly happened: string;
  readonly kept: string;
  /** The device to offer next, if another one is left. */
  readonly nextDevice: DeviceChoice | null;
  /** Trying again can't help: something outside the page has to change. */
  readonly isFinal?: boolean;
}

/** `ended`: let go before its last step, because another stage took the trainer; its newest weights are kept. */
export type RunPhase = 'preparing' | 'ready' | 'running' | 'pausing' | 'paused' | 'ended' | 'finished' | 'failed';

/** Work before the first step: drawing pairs, labelling. */
export interface Preparation {
  /** In plain words. */
  readonly what: string;
  readonly done: number;
  readonly total: number;
  /** When this piece of work was first heard of since it began or went on, and how far it was then. */
  readonly sinceMs: number;
  readonly doneThen: number;
  readonly nowMs: number;
  /** Paused meanwhile: what comes next is timed anew. */
  readonly isHeld: boolean;
  /** The newest of the pairs drawn that may be judged, newest last. */
  readonly pairs: readonly CandidatePair[];
}

/** A slider that took effect with `step`. */
export interface SettingChange {
  readonly step: number;
  readonly key: string;
  readonly value: number;
}

/** The newest detail of every kind. */
export type Details = { readonly [Kind in StageDetail['kind']]?: Extract<StageDetail, { readonly kind: Kind }> };

/** Trained before, with the same settings, seed, data and parents. */
export interface KnownNode {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly device: string;
}

export interface RunRecord {
  readonly id: string;
  readonly stageId: StageId;
  readonly phase: RunPhase;
  /** The step the newest event belongs to; complete when `isMidStep` is false. */
  readonly step: number;
  readonly totalSteps: number;
  readonly isMidStep: boolean;
  /** The part of a step reported last, where a step has several. */
  readonly stepPhase: StepPhase | null;
  readonly preparation: Preparation | null;
  /** The stage as it was when the run began. */
  readonly stage: Stage;
  /** The stage's own (pipeline.seedOf): the experiment's in a first round. */
  readonly seed: number;
  readonly device: DeviceInfo | null;
  /** By metric key. */
  readonly series: Readonly<Record<string, Curve>>;
  readonly details: Details;
  readonly changes: readonly SettingChange[];
  /** Sliders moved, not yet in effect. */
  readonly pending: LiveChanges;
  /** Steps at which a snapshot of the weights came. */
  readonly snapshotSteps: readonly number[];
  /** When the last whole steps arrived, in ms of performance.now(). */
  readonly arrivals: readonly number[];
  /** The runs of the stages it started from; the base model has none. */
  readonly from: Readonly<Record<StageId, string>>;
  /** Its checkpoint; null while it trains. */
  readonly nodeId: string | null;
  /** A reward model also exists as it was before the visitor's own labels. */
  readonly hasBefore: boolean;
  readonly problem: Problem | null;
}

export type ColumnPhase = 'empty' | 'drawing' | 'shown' | 'failed';

export interface Column {
  readonly phase: ColumnPhase;
  /** The optimizer step of the weights that wrote what is shown. */
  readonly step: number;
  /** By prompt id. */
  readonly completions: Readonly<Record<string, Completion>>;
  /** By prompt id; of the completion with this very text. They come a moment later. */
  readonly reviews: Readonly<Record<string, Reviewed>>;
  /** By prompt id; see samples/draws.ts. */
  readonly draws: Readonly<Record<string, PromptDraws>>;
  readonly problem: string | null;
}

/** Several replies to one prompt at temperature 1. */
export interface PromptDraws {
  /** As in the column: the step of the weights that wrote them. */
  readonly step: number;
  /** The experiment's. */
  readonly seed: number;
  readonly completions: readonly Completion[];
  /** One a completion; empty where they could not be reviewed. */
  readonly reviews: readonly CompletionReview[];
}

export interface Reviewed extends CompletionReview {
  readonly text: string;
}

export interface AskedPrompt {
  readonly id: string;
  readonly question: string;
}

export type WorkerName = 'trainer' | 'sampler';
export type WorkerPhase = 'idle' | 'starting' | 'ready' | 'failed';

export interface WorkerState {
  readonly phase: WorkerPhase;
  readonly progress: LoadProgress | null;
}

export type Route =
  | { readonly view: 'lab' | 'present' | 'recorded' | 'label' | 'spec' | 'data' | 'lineage' | 'about' }
  | { readonly view: 'glossary'; readonly term: string | null };
/** A card of the strip: the base model (BASE), a stage by its name, or the comparison (COMPARE). */
export type CardId = StageId;
export const COMPARE = 'compare';
export type Theme = 'light' | 'dark';

export interface Notice {
  readonly id: string;
  readonly tone: 'info' | 'problem';
  readonly text: string;
}

export interface LabState {
  readonly experiment: {
    readonly name: string;
    readonly document: Experiment;
  };
  readonly runs: {
    readonly byId: Readonly<Record<string, RunRecord>>;
    /** The run each stage shows; those without one are missing. */
    readonly current: Readonly<Record<StageId, string>>;
    /** Checkpoints that the stages would make again as they stand. */
    readonly known: Readonly<Record<StageId, KnownNode>>;
  };
  readonly samples: {
    /** Of every policy that has been drawn; see columnOf. */
    readonly columns: Readonly<Record<PolicyId, Column>>;
    readonly asked: readonly AskedPrompt[];
  };
  readonly session: {
    readonly deviceChoice: DeviceChoice;
    /** How often a run is kept, ms; null = as usual. */
    readonly keepEveryMs: number | null;
    readonly report: DeviceReport | null;
    readonly model: ModelSummary | null;
    /** Checkpoint id of the shipped model; null until it is loaded. */
    readonly baseId: string | null;
    readonly workers: Readonly<Record<WorkerName, WorkerState>>;
    /** How fast this machine has trained; null = never measured. */
    readonly pace: Pace | null;
    /** Nothing can be computed until this is solved. */
    readonly problem: Problem | null;
  };
  readonly bench: BenchState;
  readonly ownData: OwnDataState;
  readonly compare: CompareState;
  readonly survey: SurveyState;
  readonly lineage: LineageState;
  readonly offline: OfflineState;
  readonly export: ExportState;
  readonly present: PresentState;
  readonly share: ShareState;
  readonly ui: {
    readonly route: Route;
    readonly stage: CardId;
    /** The policies whose completions stand side by side; null = a choice by default. */
    readonly columns: readonly PolicyId[] | null;
    /** Ids of the prompts whose draws are shown. */
    readonly openPrompts: readonly string[];
    /** null = as the system says. */
    readonly theme: Theme | null;
    /** Share of the old average that survives one step, 0 = off. */
    readonly smoothing: number;
    readonly isLogScale: boolean;
    readonly notices: readonly Notice[];
  };
}

const EMPTY: Column = { phase: 'empty', step: 0, completions: {}, reviews: {}, draws: {}, problem: null };

export function columnOf({ samples }: Pick<LabState, 'samples'>, id: PolicyId): Column {
  return samples.columns[id] ?? EMPTY;
}
