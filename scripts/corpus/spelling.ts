/** Whether dictionary-en (US English) or the world's own names know a word. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { properNames } from '../../src/world/lexicon.ts';
import { createSpeller } from '../../src/world/spelling.ts';

export function dictionaryText(): { readonly aff: string; readonly dic: string } {
  const folder = dirname(createRequire(import.meta.url).resolve('dictionary-en'));
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  return { aff: read('index.aff'), dic: read('index.dic') };
}

export function loadSpelling(): (word: string) => boolean {
  const speller = createSpeller(dictionaryText(), properNames);
  return (word) => speller.isWord(word);
}
