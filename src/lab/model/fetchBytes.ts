/** A file of this origin over HTTP, with bytes reported as they come. No cache of its own: the browser's does that. */
import { ModelError } from '../../errors.ts';
import { within } from '../within.ts';

/** A host that is silent for so long is taken to be gone. */
const SILENCE_MS = 30_000;

/**
 * @param hint what to do about an answer that isn't the file
 * @throws ModelError when it can't be fetched, or the host falls silent
 */
export async function fetchBytes(
  url: string,
  hint: string,
  onBytes?: (loaded: number, total: number | null) => void,
): Promise<ArrayBuffer> {
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
    throw new ModelError(`${url} answered ${response.status} ${response.statusText}: ${hint}`);
  }
  // A single-page server may answer with its index page instead of a 404.
  if (response.headers.get('content-type')?.startsWith('text/html')) {
    throw new ModelError(`${url} is a web page, not the file that was asked for: ${hint}`);
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
