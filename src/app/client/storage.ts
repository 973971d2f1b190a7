/** The page's storage: IndexedDB, or memory where the browser refuses, which a notice then says. Opened once. */
import { createMemoryStorage, openIdbStorage } from '../../lab/storage/labStorage.ts';
import { STORAGE_NAME } from '../../lab/storage/name.ts';
import type { LabStorage } from '../../lab/storage/types.ts';

let opened: Promise<LabStorage> | null = null;
let refusal: string | null = null;

export function labStorage(): Promise<LabStorage> {
  opened ??= openIdbStorage(STORAGE_NAME).catch((error: unknown) => {
    refusal = error instanceof Error ? error.message : String(error);
    return createMemoryStorage();
  });
  return opened;
}

/** Why nothing outlives this tab; null while all is well. Known once labStorage() has resolved. */
export function storageRefusal(): string | null {
  return refusal;
}
