/**
 * What a backup brings into a lab that may hold things already: whatever has a new id is added, nothing that is there is
 * changed. Every value is checked before the first is written.
 */
import { z } from 'zod';
import { InvalidInputError } from '../../errors.ts';
import { parseExperiment } from '../document/experiment.ts';
import { readRunHead, readSession } from './olderValues.ts';
import { type Key, type TableName, tableNames, type Transaction } from './tables.ts';

export interface StoredEntry {
  readonly table: TableName;
  readonly key: Key;
  readonly value: unknown;
}

export interface RestoredCounts {
  readonly checkpoints: number;
  readonly runs: number;
  readonly visits: number;
  /** Checkpoints, runs and visits that were there, and stay as they are. */
  readonly known: number;
  /** The mainline here has a log of its own, which stays. */
  readonly isLogKept: boolean;
}

const vector32 = z.instanceof(Float32Array);
const vector64 = z.instanceof(Float64Array);
const rewardModel = z.looseObject({ params: vector32, reference: vector32, mean: z.number(), sd: z.number() });
const isReadable = (read: (value: unknown) => unknown) => (value: unknown) => {
  try {
    return read(value) !== null;
  } catch {
    return false;
  }
};

/** As far as the page relies on them. */
const schemas: Readonly<Record<TableName, z.ZodType>> = {
  nodes: z.looseObject({
    id: z.string(),
    parentIds: z.array(z.string()),
    stage: z.string(),
    settings: z.record(z.string(), z.unknown()),
    seed: z.number(),
    model: z.string(),
    experimentName: z.string(),
    experimentId: z.string().nullable(),
    createdAt: z.string(),
    device: z.string(),
    engineVersion: z.string(),
    totalSteps: z.number(),
    events: z.array(z.object({ step: z.number(), key: z.string(), value: z.number() })),
    last: z.record(z.string(), z.number().nullable()),
    spark: z.object({ metric: z.string(), values: z.array(z.number().nullable()) }).nullable(),
    evals: z.record(z.string(), z.looseObject({ value: z.number().nullable() })),
    completions: z.array(z.looseObject({ text: z.string() })),
    weightsDigest: z.string(),
    note: z.string(),
  }),
  weights: z.union([
    z.looseObject({ kind: z.literal('policy'), params: vector32 }),
    z.looseObject({ kind: z.literal('rewardModel'), model: rewardModel, before: rewardModel.nullable() }),
  ]),
  series: z.record(z.string(), z.object({ steps: vector64, values: vector64 })),
  details: z.array(z.looseObject({ kind: z.string() })),
  sizes: z.object({ id: z.string(), bytes: z.number() }),
  experiments: z.unknown().refine(isReadable(parseExperiment)),
  pointers: z.object({ name: z.string(), nodeId: z.string() }),
  log: z.looseObject({ number: z.number(), at: z.string(), who: z.string(), to: z.string(), why: z.string() }),
  settings: z.unknown(),
  runs: z.unknown().refine(isReadable(readRunHead)),
  runStates: z.looseObject({ course: z.looseObject({ events: z.array(z.unknown()), details: z.array(z.unknown()) }) }),
  sessions: z.unknown().refine(isReadable(readSession)),
};

/** @throws InvalidInputError naming what this page can't read */
export function checkEntries(entries: readonly StoredEntry[]): void {
  for (const { table, key, value } of entries) {
    if (schemas[table].safeParse(value).success) continue;
    throw new InvalidInputError(
      `${table}/${String(key).slice(0, 12)} in it is nothing that this page can read: reload the page to get the newest version, or use another copy`,
    );
  }
}

export async function mergeEntries(tx: Transaction, entries: readonly StoredEntry[]): Promise<RestoredCounts> {
  const here = new Map<TableName, ReadonlySet<Key>>();
  for (const table of tableNames) here.set(table, new Set(await tx.keys(table)));
  const isNew = ({ table, key }: StoredEntry): boolean => {
    // Weights that were freed here come back with their size; a run is as it stands here, or wholly as it was kept.
    if (table === 'sizes') return !here.get('weights')!.has(key);
    if (table === 'runStates') return !here.get('runs')!.has(key);
    // Its numbers count from one everywhere.
    if (table === 'log') return here.get('log')!.size === 0;
    return !here.get(table)!.has(key);
  };
  const added = entries.filter(isNew);
  for (const { table, key, value } of added) await tx.put(table, key, value);
  const count = (of: readonly StoredEntry[], table: TableName) => of.filter((entry) => entry.table === table).length;
  const listed: readonly TableName[] = ['nodes', 'runs', 'sessions'];
  return {
    checkpoints: count(added, 'nodes'),
    runs: count(added, 'runs'),
    visits: count(added, 'sessions'),
    known: listed.reduce((sum, table) => sum + count(entries, table) - count(added, table), 0),
    isLogKept: count(entries, 'log') > count(added, 'log'),
  };
}
