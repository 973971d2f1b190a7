/** Text ↔ a short string of letters that survives in an address: DEFLATE (RFC 1951), then base64url (RFC 4648 §5). */
import { deflateSync, FlateErrorCode, Inflate } from 'fflate';

/** Fed to the inflater at once: DEFLATE makes at most 1,032 bytes of one, so a step makes at most half a megabyte. */
const BYTES_AT_ONCE = 512;

/** `cut`: the text ends too early; `large`: it unpacks to more than `limit`; `damaged`: anything else. */
export type Unpacked = { readonly text: string } | { readonly trouble: 'cut' | 'large' | 'damaged' };

export function pack(text: string): string {
  return toBase64Url(deflateSync(new TextEncoder().encode(text), { level: 9 }));
}

/** @param limit bytes it may unpack to; memory stays within a small multiple of it */
export function unpack(packed: string, limit: number): Unpacked {
  const bytes = fromBase64Url(packed);
  if (bytes === null) return { trouble: 'damaged' };
  const chunks: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((chunk) => {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  });
  try {
    for (let at = 0; at === 0 || at < bytes.length; at += BYTES_AT_ONCE) {
      inflate.push(bytes.subarray(at, at + BYTES_AT_ONCE), at + BYTES_AT_ONCE >= bytes.length);
      if (size > limit) return { trouble: 'large' };
    }
  } catch (error) {
    return { trouble: isCut(error) ? 'cut' : 'damaged' };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(join(chunks, size)) };
  } catch {
    return { trouble: 'damaged' };
  }
}

function isCut(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === FlateErrorCode.UnexpectedEOF;
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array | null {
  if (!/^[\w-]+$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}
