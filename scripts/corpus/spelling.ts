/** Whether dictionary-en (US English) or the world's own names know a word. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { properNames } from '../../src/world/lexicon.ts';
import { createSpeller } from '../../src/world/spelling.ts';

export function loadSpelling(): (word: string) => boolean {
  const folder = dirname(createRequire(import.meta.url).resolve('dictionary-en'));
  const speller = createSpeller(
    { aff: readFileSync(join(folder, 'index.aff'), 'utf8'), dic: readFileSync(join(folder, 'index.dic'), 'utf8') },
    properNames,
  );
  return (word) => speller.isWord(word);
}
