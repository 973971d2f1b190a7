/**
 * How the page learns that a worker has died: a worker holds a lock named like itself for as long as it lives, and the
 * browser frees it when the worker is gone, whatever the cause. A worker that closes or is killed sends no event.
 */

/** Resolves once the lock is held; call before `expose`. A browser without Web Locks goes without. */
export function holdLifeLock(): Promise<void> {
  if (!('locks' in navigator) || self.name === '') return Promise.resolve();
  return new Promise((held) => {
    void navigator.locks.request(self.name, () => {
      held();
      return new Promise<never>(() => undefined);
    });
  });
}
