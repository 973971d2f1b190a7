/**
 * Keeps parts of the corpus in the repository, so that nobody has to generate it for them. Run it when the corpus changes:
 * `npx tsx scripts/corpus/keepTexts.ts [corpus folder]`.
 * - heldoutSecond.txt: held-out documents, for bits per byte; none that the training part holds too (a few passages of
 *   prose occur twice). heldout.txt is the first corpus's and stays, so that old and new weights compare on it.
 * - pretrainingText.json: training documents, which SFT mixes in against forgetting: half of what SFT's default 560 steps read.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const separator = '<|endoftext|>';
const HELDOUT_BYTES = 64_000;
const PRETRAINING_BYTES = 200_000;

const folder = process.argv[2] ?? '.cache/corpus';
const training = documentsOf('train.txt');
const seen = new Set(training);
const heldout = everyNth(
  documentsOf('heldout.txt').filter((document) => !seen.has(document)),
  HELDOUT_BYTES,
);
keep('heldoutSecond.txt', heldout.map((document) => `${document}${separator}\n`).join(''));
keep('pretrainingText.json', `${JSON.stringify(everyNth(training, PRETRAINING_BYTES))}\n`);

function documentsOf(file: string): string[] {
  return readFileSync(join(folder, file), 'utf8')
    .split(separator)
    .map((document) => document.trim())
    .filter((document) => document !== '');
}

/** Evenly spread over all of them, about so many bytes in all. */
function everyNth(documents: readonly string[], wantedBytes: number): string[] {
  const allBytes = documents.reduce((sum, document) => sum + Buffer.byteLength(document), 0);
  const every = Math.max(1, Math.floor(allBytes / wantedBytes));
  return documents.filter((_, index) => index % every === 0);
}

function keep(file: string, text: string): void {
  writeFileSync(new URL(`../../src/world/data/${file}`, import.meta.url), text);
  console.log(`${file}: ${Buffer.byteLength(text)} bytes`);
}
