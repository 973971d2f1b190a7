/**
 * What sampler.worker does, without the worker: keeps weight snapshots by checkpoint and draws completions from them.
 * It trains nothing. Requests are answered one after another.
 */
import { InvalidInputError } from '../errors.ts';
import { Completer } from './completions.ts';
import type { OpenedDevice } from './device.ts';
import type {
  Completion,
  InitRequest,
  InitResult,
  OnProgress,
  SampleRequest,
  SamplerApi,
  WeightSnapshot,
} from './protocol.ts';
import type { WorkerParts } from './trainer.ts';

export class Sampler implements SamplerApi {
  readonly #parts: WorkerParts;
  readonly #weights = new Map<string, Float32Array>();
  #device: OpenedDevice | null = null;
  #completer: Completer | null = null;
  #requests: Promise<unknown> = Promise.resolve();

  constructor(parts: WorkerParts) {
    this.#parts = parts;
  }

  init(request: InitRequest, onProgress?: OnProgress): Promise<InitResult> {
    return this.#inTurn(async () => {
      await this.#close();
      const [device, model] = await Promise.all([this.#parts.open(request), this.#parts.load(request, onProgress)]);
      this.#device = device;
      this.#completer = new Completer({ executor: device.executor, config: model.config, tokenizer: model.tokenizer });
      this.#weights.set('base', model.params);
      return { report: device.report, model: model.summary };
    });
  }

  setWeights({ checkpointId, params }: WeightSnapshot): Promise<void> {
    // A sample in progress keeps the weights it started with.
    return this.#inTurn(async () => {
      const expected = this.#weights.get('base')?.length;
      if (params.length !== expected) {
        throw new InvalidInputError(
          `the weights of "${checkpointId}" have ${params.length} values, but the model has ${expected ?? 'not been loaded'}: send a snapshot of the same model`,
        );
      }
      this.#weights.set(checkpointId, params);
    });
  }

  sample({ checkpointId, prompts, sampling }: SampleRequest): Promise<readonly Completion[]> {
    return this.#inTurn(async () => {
      const params = this.#weights.get(checkpointId);
      if (!this.#completer || !params) {
        throw new InvalidInputError(`there are no weights for "${checkpointId}" yet: train it first`);
      }
      return this.#completer.complete(params, prompts, sampling);
    });
  }

  dispose(): Promise<void> {
    return this.#inTurn(() => this.#close());
  }

  async #close(): Promise<void> {
    await this.#completer?.dispose();
    await this.#device?.executor.dispose();
    this.#completer = null;
    this.#device = null;
    this.#weights.clear();
  }

  #inTurn<T>(action: () => Promise<T>): Promise<T> {
    const result = this.#requests.then(action);
    this.#requests = result.catch(() => undefined);
    return result;
  }
}
