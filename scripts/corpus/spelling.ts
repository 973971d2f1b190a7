/** Whether dictionary-en (US English) or the world's own names know a word. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import nspell from 'nspell';
import { properNames } from '../../src/world/lexicon.ts';

export function loadSpelling(): (word: string) => boolean {
  const folder = dirname(createRequire(import.meta.url).resolve('dictionary-en'));
  const spell = nspell(readFileSync(join(folder, 'index.aff')), readFileSync(join(folder, 'index.dic')));
  const names = new Set(properNames);
  return (word) => names.has(word) || names.has(word.replace(/'s$/, '')) || spell.correct(word);
}
