/**
 * What a backup brings into a lab that may hold things already: whatever has a new id is added, nothing that is there is
 * changed. Every value is checked before the first is written.
 */
import { z } from 'zod';
import { InvalidInputError } from '../../errors.ts';
import { parseExperiment } from '../document/experiment.ts';
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
