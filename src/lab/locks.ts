/**
 * Web Locks: who is alive, and who has what, among the tabs and workers of this origin. A browser that has none, refuses
 * them (site data blocked) or doesn't answer goes without: every lock is then free, and none is seen.
 */
import { within } from './within.ts';

const ANSWER_MS = 2000;

/**
 * Takes a lock and holds it as long as the page or worker lives.
 * @returns false when another holds it
 */
export function holdLock(name: string): Promise<boolean> {
  const answer = new Promise<boolean>((resolve) => {
    const refuse = (): void => resolve(true);
    request(name, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise(() => undefined);
    }).catch(refuse);
  });
  return within(ANSWER_MS, answer, () => true);
}

/** @returns the names of all locks that are held */
export async function heldLocks(): Promise<readonly string[]> {
  const none: LockManagerSnapshot = {};
  const query = manager()?.query();
  const { held = [] } = query ? await within(ANSWER_MS, query, () => none).catch(() => none) : none;
  return held.flatMap(({ name }) => name ?? []);
}

/** Does `work` while no other tab or worker does something under the same name. */
export async function withLock<Result>(name: string, work: () => Result): Promise<Result> {
  const release = await acquire(name);
  try {
    return work();
  } finally {
    release();
  }
}

/** @returns what lets it go; after two seconds without an answer there is nothing to let go */
function acquire(name: string): Promise<() => void> {
  const nothing = (): void => undefined;
  let isLate = false;
  const held = new Promise<() => void>((resolve) => {
    request(name, {}, () => (isLate ? undefined : new Promise<void>(resolve))).catch(() => resolve(nothing));
  });
  return within(ANSWER_MS, held, () => {
    isLate = true;
    return nothing;
  });
}

/**
 * Holds a lock that only this worker takes, as long as it lives.
 * @param then called once it is held; never where locks are refused
 */
export function holdForLife(name: string, then: () => void): void {
  const hold = (): Promise<never> => {
    then();
    return new Promise(() => undefined);
  };
  request(name, {}, hold).catch(() => undefined);
}

/** Calls `then` once nobody holds the lock; never where locks are refused. */
export function whenFreed(name: string, then: () => void): void {
  const isFreed = request(name, {}, () => true).catch(() => false);
  void isFreed.then((isFree) => isFree === true && then());
}

function manager(): LockManager | undefined {
  return typeof navigator === 'undefined' ? undefined : (navigator as { locks?: LockManager }).locks;
}

async function request(name: string, options: LockOptions, held: (lock: Lock | null) => unknown): Promise<unknown> {
  const locks = manager();
  if (!locks) throw new TypeError('this browser has no Web Locks');
  return locks.request(name, options, held);
}
