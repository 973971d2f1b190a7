/**
 * A worker the page can rely on: calls wait in one queue, a call to a worker that dies is rejected instead of hanging, a
 * dead worker is replaced at the next call, an idle one is retired. Knows no API: that is the caller's type.
 *
 * Death is noticed in three ways: an uncaught error in the worker; the lock of workers/life.ts, which the browser frees when
 * a worker is gone without a word (closed, killed, out of memory), from its first moment on; and one that never starts.
 * Without locks the second isn't seen.
 */
import { wrap, type Remote } from 'comlink';
import { AbortedError, DeviceError } from '../../errors.ts';
import { lifeSignOf } from '../../lab/lifeSign.ts';
import { whenFreed } from '../../lab/locks.ts';
import { Restarts } from './restarts.ts';

/** From the address of its script to the script's first line: a download of some 100 kB, on a bad line too. */
const START_MS = 60_000;

export interface WorkerOptions<Api> {
  readonly name: string;
  /** The worker must carry `name`: its life lock is called so. */
  readonly spawn: (name: string) => Worker;
  /** The first call of every new worker. */
  readonly init: (api: Remote<Api>) => Promise<void>;
  /**
   * The worker died unasked; it has already been let go.
   * @param restartInMs so long to wait before a call that nobody asked for; null = make none: it has died too often
   */
  readonly onDeath: (reason: string, restartInMs: number | null) => void;
  /** Ended after so long without a call; null = never. */
  readonly idleTimeoutMs: number | null;
}

export interface WorkerHandle<Api> {
  /** Runs `work` when all earlier calls are done. @throws DeviceError when the worker dies, AbortedError after `stop` */
  call<Result>(work: (api: Remote<Api>) => Promise<Result>): Promise<Result>;
  /** Says something to the living worker past the queue, and waits for no answer. */
  tell(word: (api: Remote<Api>) => Promise<void>): void;
  /** It has done some of what it is for: earlier deaths count no more. */
  markHealthy(): void;
  /** Ends the worker and rejects what is waiting; the next call starts a new one. */
  stop(): void;
}

interface Living<Api> {
  readonly worker: Worker;
  readonly api: Remote<Api>;
  readonly ready: Promise<void>;
  /** The answer, or why the worker is gone, whichever comes first. */
  readonly orGone: <Answer>(answer: Promise<Answer>) => Promise<Answer>;
  readonly end: (error: Error) => void;
}

export function createWorkerHandle<Api>(options: WorkerOptions<Api>): WorkerHandle<Api> {
  let living: Living<Api> | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let generation = 0;
  let idleTimer: ReturnType<typeof setTimeout> | undefined;
  const restarts = new Restarts();

  function start(): Living<Api> {
    // Locks are shared by all tabs of an origin, so the name must be unique among them.
    const name = `${options.name}-${crypto.randomUUID()}`;
    const worker = options.spawn(name);
    // Not a race with one promise that outlives the calls: it would keep a trace of every one of them.
    const waiting = new Set<(error: Error) => void>();
    let reason: Error | null = null;
    const orGone = <Answer>(answer: Promise<Answer>): Promise<Answer> =>
      new Promise((resolve, reject) => {
        if (reason) reject(reason);
        waiting.add(reject);
        void answer.then(resolve, reject).finally(() => waiting.delete(reject));
      });
    const api = wrap<Api>(worker);
    const end = (error: Error): void => {
      if (living?.worker === worker) living = null;
      clearTimeout(startTimer);
      worker.terminate();
      reason = error;
      for (const reject of waiting) reject(error);
    };
    const die = (why: string): void => {
      if (living?.worker !== worker) return;
      end(new DeviceError(`the ${options.name} worker stopped working (${why}): press again to use a new one`));
      options.onDeath(why, restarts.afterDeath());
    };
    const startTimer = setTimeout(() => die('it did not start within a minute'), START_MS);
    worker.addEventListener('error', (event) => die(event.message || 'its script could not be loaded'));
    worker.addEventListener('message', ({ data }) => {
      const sign = lifeSignOf(data);
      if (sign) clearTimeout(startTimer);
      if (sign === 'locked') whenFreed(name, () => die('it was closed'));
    });
    const ready = orGone(options.init(api));
    return { worker, api, ready, orGone, end };
  }

  async function perform<Result>(work: (api: Remote<Api>) => Promise<Result>, asked: number): Promise<Result> {
    if (asked !== generation) throw new AbortedError(`the ${options.name} worker was restarted before this began`);
    clearTimeout(idleTimer);
    const current = (living ??= start());
    try {
      await current.ready;
    } catch (error) {
      current.end(error instanceof Error ? error : new DeviceError(String(error)));
      throw error;
    }
    const result = await current.orGone(work(current.api));
    if (options.idleTimeoutMs !== null) idleTimer = setTimeout(retire, options.idleTimeoutMs);
    return result;
  }

  function retire(): void {
    living?.end(new AbortedError(`the ${options.name} worker was idle and has been ended`));
  }

  return {
    call(work) {
      const asked = generation;
      const turn = queue.then(() => perform(work, asked));
      queue = turn.catch(() => undefined);
      return turn;
    },
    tell(word) {
      if (living) word(living.api).catch(() => undefined);
    },
    markHealthy: () => restarts.forget(),
    stop() {
      generation++;
      restarts.forget();
      clearTimeout(idleTimer);
      living?.end(new AbortedError(`the ${options.name} worker was restarted`));
    },
  };
}
