/**
 * The slice of the lineage: every checkpoint without its weights and curves (a few kB each), the mainline, what is
 * selected, and the one long piece of work that may be under way. Weights and curves stay in storage.
 */
import type { SweepPoint } from '../../../lab/lineage/sweep.ts';
import type { RunHead, StoredSession } from '../../../lab/storage/types.ts';
import type { CheckpointNode, GateResult, GateRule, MainlineEntry, Pointer } from '../../../lab/lineage/types.ts';

export interface LineageWork {
  /** In plain words. */
  readonly what: string;
  readonly done: number;
  readonly total: number;
}

/** The newest try of the gate. */
export interface GateTry {
  readonly candidateId: string;
  readonly mainlineId: string;
  readonly results: readonly GateResult[];
}

export interface Sweep {
  readonly firstId: string;
  readonly secondId: string;
  /** In order of their shares. */
  readonly points: readonly SweepPoint[];
}

/** What a tab was doing, as the storage view lists it. */
export interface StoredVisit extends Pick<StoredSession, 'id' | 'name' | 'search' | 'usedAt'> {
  readonly where: 'here' | 'other tab' | 'closed';
  /** Titles of the stages with a checkpoint. */
  readonly finished: readonly string[];
  /** Interrupted: opening the visit goes on with it. */
  readonly unfinished: (Pick<RunHead, 'step' | 'totalSteps'> & { readonly title: string }) | null;
}

export interface LineageState {
  readonly phase: 'closed' | 'loading' | 'open' | 'failed';
  /** In order of creation. */
  readonly nodes: readonly CheckpointNode[];
  readonly pointers: readonly Pointer[];
  readonly log: readonly MainlineEntry[];
  readonly gate: readonly GateRule[];
  /** Bytes of weights and curves by node. */
  readonly bytes: Readonly<Record<string, number>>;
  /** Of all that the browser keeps for this page, and what it grants; null where it doesn't say. */
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
  /** The newest first. */
  readonly visits: readonly StoredVisit[];
  /** Where the keyboard is. */
  readonly focusedId: string | null;
  /** In the order chosen. */
  readonly selectedIds: readonly string[];
  /** How many questions the gate and the sweep ask. */
  readonly size: 'full' | 'quick';
  /** Signs the log. */
  readonly who: string;
  readonly work: LineageWork | null;
  readonly gateTry: GateTry | null;
  readonly sweep: Sweep | null;
  /** What happened · what is kept · what to press. */
  readonly problem: string | null;
  /** Good news, read aloud. */
  readonly said: string;
}

export function emptyLineage(): LineageState {
  return {
    phase: 'closed',
    nodes: [],
    pointers: [],
    log: [],
    gate: [],
    bytes: {},
    usedBytes: null,
    quotaBytes: null,
    visits: [],
    focusedId: null,
    selectedIds: [],
    size: 'quick',
    who: '',
    work: null,
    gateTry: null,
    sweep: null,
    problem: null,
    said: '',
  };
}
