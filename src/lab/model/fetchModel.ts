/**
 * Fetches a model folder over HTTP, reporting bytes as they come. No cache of its own: the browser's does that.
 */
import { ModelError } from '../../errors.ts';
import { fetchBytes } from './fetchBytes.ts';
import { type LoadedModel, MODEL_FILES, readModel } from './modelFolder.ts';
import type { OnProgress } from '../run/protocol.ts';

const HINT = "is the model's name right?";

/**
 * @param modelsUrl absolute URL of the folder that holds the models, ending in '/'
 * @throws ModelError when a file can't be fetched or is damaged
 */
export async function fetchModel(modelsUrl: string, name: string, onProgress?: OnProgress): Promise<LoadedModel> {
  const folder = new URL(`${name}/`, modelsUrl);
  const url = (file: string) => new URL(file, folder).href;
  const [config, tokenizer, weights] = await Promise.all([
    fetchJson(url(MODEL_FILES.config)),
    fetchJson(url(MODEL_FILES.tokenizer)),
    fetchBytes(url(MODEL_FILES.weights), HINT, (loadedBytes, totalBytes) =>
      onProgress?.({ what: 'model weights', loadedBytes, totalBytes }),
    ),
  ]);
  return readModel({ config, tokenizer, weights }, name);
}

/** @throws ModelError when the file can't be fetched or isn't JSON */
export async function fetchJson(url: string): Promise<unknown> {
  return parseJson(await fetchBytes(url, HINT), url);
}

function parseJson(bytes: ArrayBuffer, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    throw new ModelError(`${file} is not JSON: the model folder is damaged`);
  }
}
