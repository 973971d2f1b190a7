/**
 * Keeps a part of the corpus's held-out documents in the repository, so that bits per byte can be measured without
 * generating the corpus: every n-th document, about 64 KB in all, and none
 * that the training part holds too (a few passages of prose occur twice). heldout.txt is the first corpus's and stays, so
 * that old and new weights compare on it; each later corpus has a file of its own. Run it when the corpus changes:
 * `npx tsx scripts/corpus/keepHeldout.ts [corpus folder]`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const separator = '<|endoftext|>';
const wantedBytes = 64_000;

const folder = process.argv[2] ?? '.cache/corpus';
const documentsOf = (file: string) =>
  readFileSync(join(folder, file), 'utf8')
    .split(separator)
    .map((document) => document.trim());
const seen = new Set(documentsOf('train.txt'));
const documents = documentsOf('heldout.txt').filter((document) => document !== '' && !seen.has(document));
const allBytes = documents.reduce((sum, document) => sum + Buffer.byteLength(document), 0);
const every = Math.max(1, Math.floor(allBytes / wantedBytes));
const kept = documents.filter((_, index) => index % every === 0);
const text = kept.map((document) => `${document}${separator}\n`).join('');
writeFileSync(new URL('../../src/world/data/heldoutSecond.txt', import.meta.url), text);
console.log(`${kept.length} of ${documents.length} documents, ${Buffer.byteLength(text)} bytes`);
