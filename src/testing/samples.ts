/**
 * What earlier versions of the lab wrote, kept as it was: run documents, links, shared files, and whole storages of a visit
 * with the tiny model (all three stages finished, a second RL run interrupted in its first update).
 */
import { readFileSync } from 'node:fs';
import { tableNames, type TableName } from '../lab/storage/tables.ts';
import { createMemoryTables, type MemoryTables } from '../lab/storage/memoryTables.ts';

export function sample(name: string): string {
  return readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8');
}

type Dump = Readonly<Partial<Record<TableName, readonly Keyed[] | Readonly<Record<string, unknown>>>>>;
type Keyed = Readonly<Record<string, unknown>>;

/** By which of its own keys a value is stored, where it isn't stored under another. */
const keyOf: Readonly<Partial<Record<TableName, string>>> = {
  nodes: 'id',
  sizes: 'id',
  runs: 'id',
  sessions: 'id',
  pointers: 'name',
  log: 'number',
};

/** The tables of a visit that a page of that version stored. */
export async function storedVisit(version: number): Promise<MemoryTables> {
  const dump = JSON.parse(sample(`storage-v${version}.json`), reviveVectors) as Dump;
  const tables = createMemoryTables();
  await tables.write([...tableNames], async (tx) => {
    for (const [table, content] of Object.entries(dump) as [TableName, Dump[TableName]][]) {
      const rows = Array.isArray(content)
        ? (content as readonly Keyed[]).map((row) => [row[keyOf[table] ?? ''], row] as const)
        : Object.entries(content ?? {});
      for (const [key, value] of rows) await tx.put(table, key as string | number, value);
    }
  });
  return tables;
}

function reviveVectors(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('$' in value) || !('base64' in value)) return value;
  const { buffer } = Uint8Array.from(Buffer.from(String(value.base64), 'base64'));
  return value.$ === 'Float64Array' ? new Float64Array(buffer) : new Float32Array(buffer);
}
