/**
 * When a worker that died is replaced without being asked: at once, then after longer waits, then no more, until one has done
 * some work. What kills a worker at once kills the next one too. Pure; counts for one worker.
 */
const WAITS_MS = [0, 1000, 4000];

export class Restarts {
  #deaths = 0;

  /** @returns ms to wait before the next one; null = none by itself */
  afterDeath(): number | null {
    return WAITS_MS[this.#deaths++] ?? null;
  }

  /** The worker has got somewhere, or another kind of worker takes its place: earlier deaths count no more. */
  forget(): void {
    this.#deaths = 0;
  }
}
