/** Tables that live as long as the tab: for browsers that refuse to store, and for tests. */
import { StorageError } from '../../errors.ts';
import type { Key, TableName, Tables, Transaction } from './tables.ts';

type Content = ReadonlyMap<TableName, ReadonlyMap<Key, unknown>>;

export interface MemoryTables extends Tables {
  /** From now on nothing more is stored, as when a browser's quota is used up; null = store again. */
  refuseWrites(reason: string | null): void;
}

export function createMemoryTables(): MemoryTables {
  let content: Content = new Map();
  let refusal: string | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  const listeners = new Set<() => void>();

  /** Transactions take turns; the content is replaced only by one that succeeds. */
  function transact<Result>(work: (tx: Transaction) => Promise<Result>, isWrite: boolean): Promise<Result> {
    const result = turn.then(async () => {
      const draft = new Map([...content].map(([name, table]) => [name, new Map(table)] as const));
      const tableOf = (name: TableName) => {
        const table = draft.get(name) ?? new Map<Key, unknown>();
        draft.set(name, table);
        return table;
      };
      const answer = await work({
        get: async (name, key) => structuredClone(tableOf(name).get(key)),
        all: async (name) =>
          [...tableOf(name)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => structuredClone(value)),
        keys: async (name) => [...tableOf(name).keys()],
        put: async (name, key, value) => void tableOf(name).set(key, structuredClone(value)),
        delete: async (name, key) => void tableOf(name).delete(key),
      });
      if (isWrite && refusal !== null) throw new StorageError(refusal);
      if (isWrite) content = draft;
      return answer;
    });
    turn = result.catch(() => undefined);
    return result;
  }

  return {
    read: (_tables, work) => transact(work, false),
    write: (_tables, work) => transact(work, true),
    estimate: () => Promise.resolve({ usedBytes: null, quotaBytes: null }),
    announce: () => listeners.forEach((listener) => listener()),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => listeners.clear(),
    refuseWrites: (reason) => (refusal = reason),
  };
}
