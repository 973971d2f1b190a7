/**
 * Recordings in this browser, in a database of their own: a few hundred kilobytes each, bounded in number. Losing them
 * loses no training, so a browser that refuses to store is told nothing: there is then just nothing to replay.
 */
import { openDB } from 'idb';
import type { Recording } from './recording.ts';

/** The oldest make room. */
export const MOST_RECORDINGS = 24;

const TABLE = 'recordings';
const VERSION = 1;

export interface RecordingStorage {
  get(key: string): Promise<Recording | null>;
  /** Replaces the recording of the same key. */
  put(recording: Recording): Promise<void>;
  close(): void;
}

/** @throws DOMException where the browser stores nothing */
export async function openRecordingStorage(name: string): Promise<RecordingStorage> {
  const database = await openDB(name, VERSION, {
    upgrade(db) {
      db.createObjectStore(TABLE, { keyPath: 'key' }).createIndex('at', 'at');
    },
  });
  return {
    get: async (key) => ((await database.get(TABLE, key)) as Recording | undefined) ?? null,
    async put(recording) {
      const transaction = database.transaction(TABLE, 'readwrite');
      await transaction.store.put(recording);
      const over = (await transaction.store.count()) - MOST_RECORDINGS;
      let cursor = over > 0 ? await transaction.store.index('at').openCursor() : null;
      for (let gone = 0; cursor && gone < over; gone++) {
        await cursor.delete();
        cursor = await cursor.continue();
      }
      await transaction.done;
    },
    close: () => database.close(),
  };
}
