/**
 * Answers are stored compressed: the page's files take 20 MB as they are and a third of it so. Browsers give a body
 * decoded, whatever the host sent, so it is encoded here.
 */
const ENCODING = 'gzip';
const MARK = 'x-rlhf-lab-encoding';

/** @returns the answer to store; as it is where the browser can't compress */
export function compressed(response: Response): Response {
  if (typeof CompressionStream === 'undefined' || !response.body) return response;
  const headers = plainHeaders(response);
  headers.set(MARK, ENCODING);
  return new Response(response.body.pipeThrough(new CompressionStream(ENCODING)), { status: response.status, headers });
}

/** @returns the answer as it was before it was stored */
export function decompressed(stored: Response): Response {
  if (stored.headers.get(MARK) !== ENCODING || !stored.body) return stored;
  const headers = plainHeaders(stored);
  headers.delete(MARK);
  return new Response(stored.body.pipeThrough(new DecompressionStream(ENCODING)), { status: stored.status, headers });
}

/** Without what described the bytes on the wire. */
function plainHeaders({ headers }: Response): Headers {
  const plain = new Headers(headers);
  plain.delete('content-encoding');
  plain.delete('content-length');
  return plain;
}
