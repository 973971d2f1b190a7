/**
 * The tree of everything that was trained. A node is a checkpoint: what it came from, how it was made, what it measured.
 * Its weights and its full curves are stored beside it under the same id (storage/types.ts). Plain JSON.
 */
import type { PerPrompt } from '../../world/evals/statistics.ts';
import type { Evals } from '../document/evals.ts';
import type { RunCompletion, RunEventEntry } from '../document/runDocument.ts';
import type { BASE } from '../pipeline.ts';
import type { StageId, StageKind } from '../stages/kinds.ts';

/** The kind of stage that made it, or the shipped model. */
export type NodeStage = typeof BASE | StageKind;

export interface CheckpointNode {
  /** checkpointId(): the same stage on the same parents is the same node. 64 hex digits. */
  readonly id: string;
  /** The policies it started from, then the reward model where it read one. None for the shipped model. */
  readonly parentIds: readonly string[];
  readonly stage: NodeStage;
  /** What the stage is called in its experiment. */
  readonly stageId: StageId;
  /** Of the stage, without its name and place; none for the shipped model. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly seed: number;
  /** Folder name under models/. */
  readonly model: string;
  /** What the visitor called the experiment. */
  readonly experimentName: string;
  /** Key of the whole experiment in storage; null for the shipped model and for averages made in the lineage. */
  readonly experimentId: string | null;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** In words, as the device badge says it: "CPU, 2 threads". */
  readonly device: string;
  readonly engineVersion: string;
  readonly totalSteps: number;
  /** Sliders that were moved while it was trained. */
  readonly events: readonly RunEventEntry[];
  /** Last value of every metric. */
  readonly last: Readonly<Record<string, number>>;
  /** Its main curve, thinned to at most SPARK_POINTS values in order of the steps; null where nothing was trained. */
  readonly spark: { readonly metric: string; readonly values: readonly number[] } | null;
  readonly evals: Evals;
  /** What `evals` were measured with, where the gate measured them: only figures of one kind are held against each other. */
  readonly measuredWith?: MeasuredWith | undefined;
  /** Measured with them: of the figures that the gate named then, a number a prompt, so that differences can be paired. */
  readonly perPrompt?: PerPrompt | undefined;
  /** The checkpoint that gains, win rates and KL of `evals` are against; null = none was, missing = not known. */
  readonly measuredAgainst?: string | null;
  readonly completions: readonly RunCompletion[];
  /** SHA-256 of its float32 weights: 64 hex digits. */
  readonly weightsDigest: string;
  /** A line of the visitor's own. */
  readonly note: string;
}

/** What the figures of a checkpoint depend on besides its weights. */
export interface MeasuredWith {
  readonly size: 'full' | 'quick';
  readonly seed: number;
  /** SHA-256 of the spec that gold went by. */
  readonly spec: string;
}

export const SPARK_POINTS = 48;

/** What was done to a pointer, and why: the log is never rewritten. */
export interface MainlineEntry {
  /** Counts from 1 in every storage. */
  readonly number: number;
  readonly at: string;
  /** A name the visitor gave, or "you". */
  readonly who: string;
  readonly pointer: string;
  readonly what: 'created' | 'promoted' | 'rolledBack' | 'merged' | 'refused';
  readonly from: string | null;
  readonly to: string;
  readonly why: string;
  /** The gate's verdict behind a promotion or a refusal. */
  readonly gate: readonly GateResult[];
}

/** A named place in the tree. */
export interface Pointer {
  readonly name: string;
  readonly nodeId: string;
}

export const MAINLINE = 'mainline';

/** One line of the evaluation gate: the eval of the candidate must not be worse than the mainline's by more than this. */
export interface GateRule {
  readonly id: string;
  /** As in evalMeanings: `facts/known_exact`. */
  readonly eval: string;
  readonly better: 'higher' | 'lower';
  /** How much worse is still allowed, in the eval's unit. */
  readonly tolerance: number;
  /** So many standard errors of the difference are allowed on top. */
  readonly errors: number;
}

/** How much worse the candidate is. */
export interface GateDifference {
  /** In the eval's unit; negative = better. */
  readonly worseBy: number;
  readonly se: number;
  /** Both answered so many same prompts, and the error is that of the differences; null = √(se₁² + se₂²). */
  readonly pairedOver: number | null;
}

export interface GateResult {
  readonly rule: GateRule;
  readonly candidate: { readonly value: number; readonly se: number } | null;
  readonly mainline: { readonly value: number; readonly se: number } | null;
  /** Missing where one of the two wasn't measured, and in logs of older pages. */
  readonly difference?: GateDifference;
  /** null: one of the two wasn't measured. */
  readonly passed: boolean | null;
}
