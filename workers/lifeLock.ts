/**
 * How the page learns that a worker has died: a worker holds a lock named like itself for as long as it lives, and the
 * browser frees it when the worker is gone, whatever the cause. A worker that closes or is killed sends no event.
 */
import { holdLock } from '../src/lab/locks.ts';

/** Resolves once the lock is held, or can't be; call before `expose`. */
export async function holdLifeLock(): Promise<void> {
  if (self.name !== '') await holdLock(self.name);
}
