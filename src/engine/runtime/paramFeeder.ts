/**
 * How programs get their parameters: bound by name as views of the flat vector on host executors, as the flat vector itself
 * on the others. The feeder serves those that only read it (decoding, scoring): one resident device tensor, uploaded again
 * only when another vector is passed.
 */
import { type ParamBinding, type ParamLayout, flatInput, paramInput } from '../nn/paramLayout.ts';
import { f32 } from '../tensor/hostTensor.ts';
import { numel } from '../tensor/shape.ts';
import type { DeviceTensor, Executor, Feeds } from './executor.ts';

export function bindingOf(executor: Executor): ParamBinding {
  return executor.memory === 'host' ? 'named' : 'flat';
}

/** Views of a flat vector as feeds by name. */
export function namedParamFeeds(layout: ParamLayout, params: Float32Array, prefix = ''): Feeds {
  return Object.fromEntries(
    layout.entries.map(({ name, shape, offset }) => [
      paramInput(name, prefix),
      f32(params.subarray(offset, offset + numel(shape)), shape),
    ]),
  );
}

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
