/** One queue a device: ORT's `run` is not re-entrant, and sessions of one device share its memory. */
export class RunQueue {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs `task` after all earlier ones have settled. */
  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#last.then(task, task);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
