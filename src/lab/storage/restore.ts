/**
 * What a backup brings into a lab that may hold things already: whatever has a new id is added, nothing that is there is
 * changed. What this page can't read (damaged, or of a newer page) is left out, with all that belongs to it.
 */
import { z } from 'zod';
import { parseExperiment } from '../document/experiment.ts';
import type { Pointer } from '../lineage/types.ts';
import { outputSchema } from '../stages/outputSchema.ts';
import { readLog, readNode, readPointers, readRunHead, readSession, readSizes } from './olderValues.ts';
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
  /** Things in the backup that this page can't read, a checkpoint with its weights and curves counted once: left out. */
  readonly unreadable: number;
  /** The mainline here has a log of its own, which stays. */
  readonly isLogKept: boolean;
}

const vector = z.instanceof(Float64Array);
const readableBy = (read: (value: unknown) => unknown) =>
  z.unknown().refine((value) => {
    try {
      return read(value) !== null;
    } catch {
      return false;
    }
  });
const readableIn = (read: (values: readonly unknown[]) => readonly unknown[]) =>
  readableBy((value) => read([value])[0] ?? null);

/** As far as the page relies on them. */
const schemas: Readonly<Record<TableName, z.ZodType>> = {
  nodes: readableBy(readNode),
  weights: outputSchema,
  series: z.record(z.string(), z.object({ steps: vector, values: vector })),
  details: z.array(z.looseObject({ kind: z.string() })),
  sizes: readableIn(readSizes),
  experiments: readableBy(parseExperiment),
  pointers: readableIn(readPointers),
  log: readableIn(readLog),
  settings: z.unknown(),
  runs: readableBy(readRunHead),
  runStates: z.looseObject({ course: z.looseObject({ events: z.array(z.unknown()), details: z.array(z.unknown()) }) }),
  sessions: readableBy(readSession),
};

/** Whose row in another table a row belongs to, by the same key: they are restored together or not at all. */
const owners: Readonly<Partial<Record<TableName, TableName>>> = {
  weights: 'nodes',
  series: 'nodes',
  details: 'nodes',
  sizes: 'nodes',
  runStates: 'runs',
};
const ownerOf = ({ table, key }: StoredEntry): string => JSON.stringify([owners[table] ?? table, key]);

export async function mergeEntries(tx: Transaction, entries: readonly StoredEntry[]): Promise<RestoredCounts> {
  const unreadable = new Set(
    entries.filter(({ table, value }) => !schemas[table].safeParse(value).success).map(ownerOf),
  );
  const readable = entries.filter((entry) => !unreadable.has(ownerOf(entry)));
  const here = new Map<TableName, ReadonlySet<Key>>();
  for (const table of tableNames) here.set(table, new Set(await tx.keys(table)));
  const brought = readable.filter(({ table }) => table === 'nodes').map(({ key }) => key);
  const nodes = new Set([...here.get('nodes')!, ...brought]);
  const isNew = ({ table, key, value }: StoredEntry): boolean => {
    // A pointer points to a checkpoint that is there.
    if (table === 'pointers' && !nodes.has((value as Pointer).nodeId)) return false;
    // Weights that were freed here come back with their size; a run is as it stands here, or wholly as it was kept.
    if (table === 'sizes') return !here.get('weights')!.has(key);
    if (table === 'runStates') return !here.get('runs')!.has(key);
    // Its numbers count from one everywhere.
    if (table === 'log') return here.get('log')!.size === 0;
    return !here.get(table)!.has(key);
  };
  const added = readable.filter(isNew);
  for (const { table, key, value } of added) await tx.put(table, key, value);
  const count = (of: readonly StoredEntry[], table: TableName) => of.filter((entry) => entry.table === table).length;
  const listed: readonly TableName[] = ['nodes', 'runs', 'sessions'];
  return {
    checkpoints: count(added, 'nodes'),
    runs: count(added, 'runs'),
    visits: count(added, 'sessions'),
    known: listed.reduce((sum, table) => sum + count(readable, table) - count(added, table), 0),
    unreadable: unreadable.size,
    isLogKept: count(readable, 'log') > count(added, 'log'),
  };
}
