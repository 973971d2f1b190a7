/** The spelling oracle's files, from their package. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export function dictionaryText(): { readonly aff: string; readonly dic: string } {
  const folder = path.dirname(createRequire(import.meta.url).resolve('dictionary-en'));
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
  return { aff: read('index.aff'), dic: read('index.dic') };
}
