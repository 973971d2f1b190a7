/**
 * How the page learns that a worker has died: a worker says that it has started and that it holds a lock named like itself,
 * and the browser frees that lock when the worker is gone, whatever the cause. A worker that closes or is killed sends no
 * event.
 */
import { lifeSign } from '../src/lab/lifeSign.ts';
import { holdForLife } from '../src/lab/locks.ts';

/** Call before `expose`. */
export function showLife(): void {
  postMessage(lifeSign('started'));
  if (self.name !== '') holdForLife(self.name, () => postMessage(lifeSign('locked')));
}
