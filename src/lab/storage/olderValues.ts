/**
 * Stored values as the present page reads them: experiments of older pages brought up to date, stages by their names (an older
 * page knew one of each kind, and called it by its kind). A row that is damaged, or that a newer page wrote, is passed over
 * and stays as it is in storage: nothing is rewritten there.
 */
import { z } from 'zod';
import { parseExperiment } from '../document/experiment.ts';
import type { CheckpointNode, MainlineEntry, Pointer } from '../lineage/types.ts';
import { isStageKind } from '../stages/kinds.ts';
import type { RunHead, StoredSession } from './types.ts';

const table = z.record(z.string(), z.unknown());
/** A figure that couldn't be measured is NaN. */
const number = z.custom<number>((value) => typeof value === 'number');

/** What of each row the page relies on; what else it holds is passed on. */
const rows = {
  nodes: z.looseObject({
    id: z.string(),
    parentIds: z.array(z.string()),
    stage: z.string(),
    stageId: z.string().optional(),
    settings: table,
    model: z.string(),
    experimentName: z.string(),
    createdAt: z.string(),
    device: z.string(),
    totalSteps: number,
    events: z.array(z.looseObject({ step: number, key: z.string(), value: number })),
    last: table,
    spark: z.looseObject({ metric: z.string(), values: z.array(number) }).nullable(),
    evals: z.record(z.string(), z.looseObject({ value: number, se: number, n: number })),
    completions: z.array(z.looseObject({ prompt: z.string(), text: z.string() })),
    note: z.string(),
  }),
  runs: z.looseObject({
    id: z.string(),
    sessionId: z.string(),
    parentIds: z.array(z.string()),
    keptAt: z.string(),
    step: number,
    totalSteps: number,
    nodeId: z.string().nullable(),
  }),
  sessions: z.looseObject({
    id: z.string(),
    name: z.string(),
    current: z.record(z.string(), z.string().nullable()),
    usedAt: z.string(),
    search: z.string(),
  }),
  pointers: z.looseObject({ name: z.string(), nodeId: z.string() }),
  log: z.looseObject({ number: number, at: z.string(), pointer: z.string(), what: z.string(), to: z.string() }),
  sizes: z.looseObject({ id: z.string(), bytes: number }),
} as const;

/** @param value of the table `nodes` · @returns null for one this page can't read */
export function readNode(value: unknown): CheckpointNode | null {
  if (!rows.nodes.safeParse(value).success) return null;
  const node = value as Omit<CheckpointNode, 'stageId'> & { readonly stageId?: string };
  if (node.stage !== 'base' && !isStageKind(node.stage)) return null;
  return { ...node, stageId: node.stageId ?? node.stage };
}

/** @param value of the table `runs` · @returns null for one this page can't read */
export function readRunHead(value: unknown): RunHead | null {
  if (!rows.runs.safeParse(value).success) return null;
  const { stage: _stage, index, ...run } = value as RunHead & { readonly stage?: string; readonly index?: number };
  try {
    const experiment = parseExperiment(run.experiment);
    const stageId = run.stageId ?? experiment.stages[index ?? -1]?.id;
    return stageId === undefined ? null : { ...run, experiment, stageId };
  } catch {
    return null;
  }
}

/** @param value of the table `sessions` · @returns null for one this page can't read */
export function readSession(value: unknown): StoredSession | null {
  if (!rows.sessions.safeParse(value).success) return null;
  const session = value as StoredSession;
  try {
    return { ...session, experiment: parseExperiment(session.experiment) };
  } catch {
    return null;
  }
}

/** Those of a table's rows that are whole. */
export function readPointers(values: readonly unknown[]): readonly Pointer[] {
  return values.filter((value): value is Pointer => rows.pointers.safeParse(value).success);
}

export function readLog(values: readonly unknown[]): readonly MainlineEntry[] {
  return values.filter((value): value is MainlineEntry => rows.log.safeParse(value).success);
}

export function readSizes(values: readonly unknown[]): readonly { readonly id: string; readonly bytes: number }[] {
  return values.filter((value): value is { id: string; bytes: number } => rows.sizes.safeParse(value).success);
}
