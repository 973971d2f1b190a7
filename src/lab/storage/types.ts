/**
 * What the lab keeps in the browser: checkpoints with weights and curves, runs in progress, the mainline, what each tab
 * was doing. One interface, two implementations: IndexedDB (idbTables.ts) and memory (memoryTables.ts) for tests and for
 * browsers that refuse to store. Every method may throw StorageError; what was stored before is then as it was.
 */
import type { Experiment } from '../document/experiment.ts';
import type { CheckpointNode, GateRule, MainlineEntry, Pointer } from '../lineage/types.ts';
import type { RunEventEntry } from '../document/runDocument.ts';
import type { StageOutput, StageResume } from '../stages/stageRun.ts';
import type { RestoredCounts, StoredEntry } from './restore.ts';
import type { StageDetail, StageId } from '../stages/kinds.ts';

/** What a checkpoint is stored with. */
export type StoredWeights = StageOutput;

/** A whole curve: one entry per metric, steps and values of equal length. */
export type StoredSeries = Readonly<Record<string, { readonly steps: Float64Array; readonly values: Float64Array }>>;

/** What a run showed: its curves, the sliders that were moved, the newest detail of every kind. */
export interface StoredCourse {
  readonly series: StoredSeries;
  readonly events: readonly RunEventEntry[];
  readonly details: readonly StageDetail[];
}

/** A run that hasn't finished: enough to go on from its last kept step to the same curve. */
export interface StoredRun {
  readonly id: string;
  readonly sessionId: string;
  readonly experiment: Experiment;
  /** Which of its stages. */
  readonly stageId: StageId;
  readonly parentIds: readonly string[];
  /** ISO 8601, UTC. */
  readonly keptAt: string;
  /** Last whole step that was kept; the run goes on after it. */
  readonly step: number;
  readonly totalSteps: number;
  /** Null until the first step is kept: the run then starts over, to the same curve. */
  readonly resume: StageResume | null;
  readonly experimentName: string;
  /** It has finished and this is its checkpoint: kept until the page has taken note. */
  readonly nodeId: string | null;
  /** Of the device it was trained on so far, in words. */
  readonly device: string;
  /** Up to `step`. */
  readonly course: StoredCourse;
}

/** A run without its weights and curves. */
export type RunHead = Omit<StoredRun, 'resume' | 'course'>;

/** What a tab was doing: its experiment and which checkpoints its columns show. */
export interface StoredSession {
  readonly id: string;
  readonly name: string;
  readonly experiment: Experiment;
  /** Checkpoint shown by each stage; null or missing = none. */
  readonly current: Readonly<Record<StageId, string | null>>;
  /** ISO 8601, UTC. */
  readonly usedAt: string;
  /** The query of the address it was opened with. */
  readonly search: string;
}

export interface StorageUse {
  /** Estimated bytes of everything this origin stores, and what the browser grants; null when it doesn't say. */
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
  /** Bytes of weights and curves by node id. */
  readonly byNode: Readonly<Record<string, number>>;
}

export interface LabStorage {
  /** All nodes in order of creation, without weights and curves. */
  nodes(): Promise<readonly CheckpointNode[]>;
  node(id: string): Promise<CheckpointNode | null>;
  /** Stores a node with what belongs to it in one transaction. A node that is already there keeps its note and evals. */
  putNode(
    node: CheckpointNode,
    weights: StoredWeights,
    series: StoredSeries,
    details?: readonly StageDetail[],
  ): Promise<void>;
  changeNode(
    id: string,
    change: Partial<
      Pick<CheckpointNode, 'evals' | 'measuredWith' | 'measuredAgainst' | 'perPrompt' | 'note' | 'completions'>
    >,
  ): Promise<void>;
  /** Deletes nodes with weights and curves. Pointers to them must be moved first: refused otherwise. */
  deleteNodes(ids: readonly string[]): Promise<void>;
  /** Frees the weights of a node; what it measured stays. */
  deleteWeights(id: string): Promise<void>;
  weights(id: string): Promise<StoredWeights | null>;
  series(id: string): Promise<StoredSeries | null>;
  /** What its run showed last, one of every kind. */
  details(id: string): Promise<readonly StageDetail[]>;

  experiment(id: string): Promise<Experiment | null>;
  /** @returns its id: the hash of its content */
  putExperiment(experiment: Experiment): Promise<string>;

  pointers(): Promise<readonly Pointer[]>;
  log(): Promise<readonly MainlineEntry[]>;
  /** Moves the pointer and writes the log entry in one transaction. `refused` moves nothing. Gives the entry its number. */
  movePointer(entry: Omit<MainlineEntry, 'number'>): Promise<MainlineEntry>;
  gate(): Promise<readonly GateRule[] | null>;
  putGate(rules: readonly GateRule[]): Promise<void>;

  runs(): Promise<readonly RunHead[]>;
  run(id: string): Promise<StoredRun | null>;
  putRun(run: StoredRun): Promise<void>;
  deleteRun(id: string): Promise<void>;

  sessions(): Promise<readonly StoredSession[]>;
  putSession(session: StoredSession): Promise<void>;
  /** With its runs, finished or not. Checkpoints stay. */
  deleteSession(id: string): Promise<void>;

  /** Every value of every table at one moment, for a backup. */
  entries(): Promise<readonly StoredEntry[]>;
  /**
   * Adds what a backup holds and isn't there, in one transaction; what is there stays as it is, and what this page can't
   * read is left out.
   */
  restore(entries: readonly StoredEntry[]): Promise<RestoredCounts>;

  use(): Promise<StorageUse>;
  /** Tells when another tab changed nodes, pointers or the log. @returns how to stop listening */
  onChange(listener: () => void): () => void;
  close(): void;
}
