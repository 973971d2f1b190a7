/**
 * Feeds a flat parameter vector to programs that only read it (decoding, scoring): views by name on host executors,
 * one resident device tensor otherwise, uploaded again only when another vector is passed.
 */
import { type ParamLayout, flatInput } from '../nn/paramLayout.ts';
import { f32 } from '../tensor/hostTensor.ts';
import type { DeviceTensor, Executor, Feeds } from './executor.ts';
import { namedParamFeeds } from './trainStep.ts';

/** A flat vector in ParamLayout order, or the feeds of a TrainStep on the same executor. */
export type ParamSource = Float32Array | Feeds;

export class ParamFeeder {
  readonly #executor: Executor;
  readonly #layout: ParamLayout;
  readonly #prefix: string;
  #resident: DeviceTensor | undefined;
  #uploaded: Float32Array | undefined;

  /** @param prefix as in bindParams */
  constructor(executor: Executor, layout: ParamLayout, prefix = '') {
    this.#executor = executor;
    this.#layout = layout;
    this.#prefix = prefix;
  }

  /** A vector passed before is taken to be unchanged: pass a new one after an update. */
  async feeds(source: ParamSource): Promise<Feeds> {
    if (!(source instanceof Float32Array)) return source;
    if (this.#executor.memory === 'host') return namedParamFeeds(this.#layout, source, this.#prefix);
    if (!this.#resident) this.#resident = await this.#executor.upload(f32(source));
    else if (this.#uploaded !== source) await this.#executor.write(this.#resident, f32(source));
    this.#uploaded = source;
    return { [flatInput(this.#prefix)]: this.#resident };
  }

  dispose(): void {
    if (this.#resident) this.#executor.release(this.#resident);
  }
}
