/**
 * Bits per byte on held-out text: a loss that doesn't depend on the tokenizer. This file cuts the text and does the sum; the
 * log-probs come from whoever has the model.
 */
import type { Tokenizer } from '../tokenizer.ts';
import { ratioOf, type EvalValue } from './statistics.ts';

export interface ScoredWindow {
  /** Token ids; the first is context only. */
  readonly ids: readonly number[];
  /** UTF-8 bytes of all but the first. End-of-text costs bits and has no bytes. */
  readonly bytes: number;
}

/**
 * Cuts a text, documents separated by `<|endoftext|>`, into windows as in pre-training: one stream, each window's first token
 * being the last of the window before.
 * @param length tokens a window; the model's context length at most
 */
export function heldoutWindows(tokenizer: Tokenizer, text: string, length: number): ScoredWindow[] {
  const stream = [tokenizer.eosId, ...tokenizer.encode(text)];
  const windows: ScoredWindow[] = [];
  for (let start = 0; start + 1 < stream.length; start += length - 1) {
    const ids = stream.slice(start, start + length);
    const bytes = ids.slice(1).reduce((sum, id) => sum + tokenizer.tokenBytes(id), 0);
    windows.push({ ids, bytes });
  }
  return windows;
}

/**
 * @param windows for each: nats = −Σ natural-log probs of all but the first token, and its bytes
 * @returns bits per byte; n = bytes
 */
export function bitsPerByte(windows: readonly { readonly nats: number; readonly bytes: number }[]): EvalValue {
  return ratioOf(windows.map(({ nats, bytes }) => ({ hits: nats / Math.LN2, total: bytes })));
}
