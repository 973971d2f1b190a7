/**
 * The files evaluations read, from this repository and its packages.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { EvalMaterials } from '../src/lab/judge/evaluate.ts';

/** Of the corpus that the shipped models were pre-trained on. */
const heldoutFile = new URL('../src/world/data/heldoutSecond.txt', import.meta.url);

export function readEvalMaterials(): EvalMaterials {
  const dictionary = path.dirname(createRequire(import.meta.url).resolve('dictionary-en'));
  const read = (file: string) => readFileSync(path.join(dictionary, file), 'utf8');
  return {
    dictionary: { aff: read('index.aff'), dic: read('index.dic') },
    // One document a line-break is for readers; the model never saw it.
    heldoutText: readFileSync(heldoutFile, 'utf8').replaceAll('<|endoftext|>\n', '<|endoftext|>'),
  };
}
