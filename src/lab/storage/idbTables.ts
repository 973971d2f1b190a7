/**
 * Tables in IndexedDB. Every tab and every worker opens its own; the browser keeps their transactions apart. Changes are
 * announced over a BroadcastChannel.
 */
import { type IDBPDatabase, openDB } from 'idb';
import { StorageError } from '../../errors.ts';
import { within } from '../within.ts';
import { type Key, type TableName, type Tables, type Transaction, tableNames } from './tables.ts';

const VERSION = 1;
/** A database that another tab holds on to, or a browser that is broken, may never answer. */
const OPEN_MS = 5000;

/** @throws StorageError where the browser stores nothing */
export async function openIdbTables(name: string): Promise<Tables> {
  let database: IDBPDatabase | null = null;

  async function connect(): Promise<IDBPDatabase> {
    if (database) return database;
    const opening = openDB(name, VERSION, {
      upgrade(db) {
        for (const table of tableNames) if (!db.objectStoreNames.contains(table)) db.createObjectStore(table);
      },
      // Another tab brings a newer version: let it, and reconnect when asked again.
      blocking: () => {
        database?.close();
        database = null;
      },
      terminated: () => (database = null),
    });
    const opened = await within(OPEN_MS, opening, () => {
      opening.then((late) => late.close()).catch(() => undefined);
      throw new StorageError(
        `the browser's database did not answer within ${OPEN_MS / 1000} s: close other tabs of this page and reload`,
      );
    });
    return (database = opened);
  }

  async function transact<Result>(
    tables: readonly TableName[],
    mode: 'readonly' | 'readwrite',
    work: (tx: Transaction) => Promise<Result>,
  ): Promise<Result> {
    try {
      const transaction = (await connect()).transaction([...tables], mode);
      const isDone = transaction.done;
      try {
        const table = (of: TableName) => transaction.objectStore(of);
        const result = await work({
          get: (of, key) => table(of).get(key),
          all: (of) => table(of).getAll(),
          keys: async (of) => (await table(of).getAllKeys()) as Key[],
          put: async (of, key, value) => {
            await (table(of) as unknown as Putting).put(value, key);
          },
          delete: async (of, key) => {
            await (table(of) as unknown as Putting).delete(key);
          },
        });
        await isDone;
        return result;
      } catch (error) {
        isDone.catch(() => undefined);
        if (transaction.error === null) abort(transaction);
        throw error;
      }
    } catch (error) {
      throw describe(error);
    }
  }

  await connect().catch((error: unknown) => {
    throw describe(error);
  });
  const sender = new BroadcastChannel(name);
  const receiver = new BroadcastChannel(name);
  return {
    read: (tables, work) => transact(tables, 'readonly', work),
    write: (tables, work) => transact(tables, 'readwrite', work),
    async estimate() {
      const manager = typeof navigator === 'undefined' ? undefined : navigator.storage;
      const { usage, quota }: StorageEstimate = (await manager?.estimate().catch(() => undefined)) ?? {};
      return { usedBytes: usage ?? null, quotaBytes: quota ?? null };
    },
    announce: () => sender.postMessage('changed'),
    onChange(listener) {
      const hear = (): void => listener();
      receiver.addEventListener('message', hear);
      return () => receiver.removeEventListener('message', hear);
    },
    close() {
      sender.close();
      receiver.close();
      database?.close();
      database = null;
    },
  };
}

/** idb types `put` as absent, because a transaction may be readonly. */
interface Putting {
  put(value: unknown, key: Key): Promise<unknown>;
  delete(key: Key): Promise<void>;
}

/** A transaction that has already ended can't be aborted, and needn't. */
function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It ended by itself.
  }
}

function describe(error: unknown): Error {
  if (!(error instanceof DOMException)) return error instanceof Error ? error : new StorageError(String(error));
  if (error.name === 'QuotaExceededError') {
    return new StorageError(
      "this browser has no room left for it: free weights of old checkpoints under Lineage, or remove other sites' data",
    );
  }
  return new StorageError(`this browser did not store or give it back (${error.name}: ${error.message})`);
}
