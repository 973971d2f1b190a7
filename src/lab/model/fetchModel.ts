/**
 * Fetches a model folder over HTTP, reporting bytes as they come. No cache of its own: the browser's does that.
 */
import { ModelError } from '../../errors.ts';
import { within } from '../within.ts';
import { type LoadedModel, MODEL_FILES, readModel } from './modelFolder.ts';
import type { OnProgress } from '../run/protocol.ts';

/** A host that is silent for so long is taken to be gone. */
const SILENCE_MS = 30_000;

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
    fetchBytes(url(MODEL_FILES.weights), (loadedBytes, totalBytes) =>
      onProgress?.({ what: 'model weights', loadedBytes, totalBytes }),
    ),
  ]);
  return readModel({ config, tokenizer, weights }, name);
}

/** @throws ModelError when the file can't be fetched or isn't JSON */
export async function fetchJson(url: string): Promise<unknown> {
  return parseJson(await fetchBytes(url), url);
}

async function fetchBytes(url: string, onBytes?: (loaded: number, total: number | null) => void): Promise<ArrayBuffer> {
  const giveUp = new AbortController();
  const inTime = <Answer>(work: Promise<Answer>): Promise<Answer> =>
    within<Answer>(SILENCE_MS, work, () => {
      giveUp.abort();
      throw new TypeError(`nothing came for ${SILENCE_MS / 1000} s`);
    });
  let response: Response;
  try {
    response = await inTime(fetch(url, { signal: giveUp.signal }));
  } catch (error) {
    throw new ModelError(`${url} can't be fetched (${String(error)}): check the connection and load the page again`);
  }
  if (!response.ok || !response.body) {
    throw new ModelError(`${url} answered ${response.status} ${response.statusText}: is the model's name right?`);
  }
  // A single-page server may answer with its index page instead of a 404.
  if (response.headers.get('content-type')?.startsWith('text/html')) {
    throw new ModelError(`${url} is a web page, not a model file: is the model's name right?`);
  }
  // content-length counts compressed bytes when the server compresses, so it is no total then.
  const length = Number(response.headers.get('content-length'));
  const total = length > 0 && !response.headers.has('content-encoding') ? length : null;
  const chunks: Uint8Array[] = [];
  let loaded = 0;
  const reader = response.body.getReader();
  try {
    for (;;) {
      const { done, value } = await inTime(reader.read());
      if (done) break;
      chunks.push(value);
      loaded += value.length;
      onBytes?.(loaded, total);
    }
  } catch (error) {
    throw new ModelError(`${url} broke off after ${loaded} bytes (${String(error)}): load the page again`);
  }
  const bytes = new Uint8Array(loaded);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes.buffer;
}

function parseJson(bytes: ArrayBuffer, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    throw new ModelError(`${file} is not JSON: the model folder is damaged`);
  }
}
