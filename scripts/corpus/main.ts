/**
 * Writes train.txt and heldout.txt (documents separated by <|endoftext|>) and prints shares and exposures:
 * `npx tsx scripts/corpus/main.ts [--bytes N] [--seed N] [--out dir] [--show N]`.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generateCorpus } from './generate.ts';
import { proseDocuments } from './prose.ts';
import { loadSpelling } from './spelling.ts';

const separator = '<|endoftext|>';
/** Held-out text of the first corpus; its prose stays out of every later one, so that old and new weights compare on it. */
const firstHeldout = 'src/world/data/heldout.txt';
/** Every n-th document is held out. */
const heldOutEvery = 50;

const { values } = parseArgs({
  options: {
    bytes: { type: 'string', default: '30000000' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: '.cache/corpus' },
    show: { type: 'string', default: '0' },
  },
});
const show = Number(values.show);
const started = performance.now();
const prose = withoutFirstHeldout(proseDocuments({ isKnown: loadSpelling() }));
const corpus = generateCorpus({ seed: Number(values.seed), targetBytes: Number(values.bytes), prose });
const parts = { train: [] as string[], heldout: [] as string[] };
const stats = new Map<string, { documents: number; bytes: number; shown: string[] }>();
let count = 0;
for (const { kind, text } of corpus) {
  parts[count++ % heldOutEvery === heldOutEvery - 1 ? 'heldout' : 'train'].push(text);
  const stat = stats.get(kind) ?? { documents: 0, bytes: 0, shown: [] };
  stat.documents++;
  stat.bytes += text.length;
  if (stat.shown.length < show) stat.shown.push(text);
  stats.set(kind, stat);
}
mkdirSync(values.out, { recursive: true });
for (const [name, documents] of Object.entries(parts)) {
  const text = documents.map((document) => document + separator).join('\n');
  writeFileSync(join(values.out, `${name}.txt`), text);
  console.log(`${name}.txt ${Buffer.byteLength(text)} bytes sha256 ${createHash('sha256').update(text).digest('hex')}`);
}
const total = [...stats.values()].reduce((sum, { bytes }) => sum + bytes, 0);
for (const [kind, { documents, bytes, shown }] of [...stats].sort((a, b) => b[1].bytes - a[1].bytes)) {
  const mean = bytes / documents;
  console.log(
    `${kind.padEnd(14)} ${((100 * bytes) / total).toFixed(1).padStart(5)} %  ${String(documents).padStart(6)} documents of ${mean.toFixed(0)} bytes`,
  );
  for (const text of shown) console.log(`\n${text}\n${separator}`);
}
const exposures = [...corpus.deck.exposures.values()].sort((a, b) => a - b);
console.log(
  `facts ${exposures.length}: exposures min ${exposures[0]}, median ${exposures[exposures.length >> 1]}, max ${exposures.at(-1)}; told wrongly ${corpus.deck.wrong}`,
);
console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`);

/** Prose documents that share no sentence with the first held-out text. */
function withoutFirstHeldout(documents: readonly string[]): string[] {
  const sentences = (text: string): string[] =>
    text.match(/[^.!?]{25,}[.!?]/g)?.map((sentence) => sentence.trim()) ?? [];
  const held = new Set(sentences(readFileSync(firstHeldout, 'utf8')));
  return documents.filter((document) => !sentences(document).some((sentence) => held.has(sentence)));
}
