/** Text → token ids, kept in a file beside the state so that a resumed run starts at once. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import type { Tokenizer } from '../../src/world/tokenizer.ts';

export const DOCUMENT_END = '<|endoftext|>';

/** @returns every document of the corpus, each followed by EOS, as one stream · @throws when the corpus file is missing */
export function encodeCorpus(textPath: string, idsPath: string, tokenizer: Tokenizer): Uint16Array {
  if (existsSync(idsPath) && statSync(idsPath).mtimeMs > statSync(textPath).mtimeMs) {
    return new Uint16Array(Uint8Array.from(readFileSync(idsPath)).buffer);
  }
  const ids: number[] = [];
  for (const document of readFileSync(textPath, 'utf8').split(DOCUMENT_END)) {
    const text = document.trim();
    if (text === '') continue;
    for (const id of tokenizer.encode(text)) ids.push(id);
    ids.push(tokenizer.eosId);
  }
  const stream = Uint16Array.from(ids);
  writeFileSync(idsPath, new Uint8Array(stream.buffer));
  return stream;
}
