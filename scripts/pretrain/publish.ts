/**
 * Makes the model folders of a finished pre-training: the model and its early and middle checkpoints, each complete for
 * Hugging Face's tools, MODEL.md and log with the first. Nothing is trained here.
 * `npx tsx scripts/pretrain/publish.ts lab-1m [--probes probes.json] [--out public/models]`
 */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { InvalidInputError } from '../../src/errors.ts';
import { packModel } from '../../src/lab/model/modelFolder.ts';
import { type LogEntry, modelCard, type ProbeFigures } from './card.ts';
import { loadFolder, saveFolder } from './modelFolders.ts';
import { plans } from './plans.ts';

const { values: args, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    state: { type: 'string' },
    /** The finished weights; by default those of the state. */
    final: { type: 'string' },
    corpus: { type: 'string', default: '.cache/corpus' },
    /** Written by scripts/probe: one entry a folder, in the order of the table's columns. */
    probes: { type: 'string' },
    /** Titles of those columns, separated by commas. */
    titles: { type: 'string', default: '' },
    out: { type: 'string', default: 'public/models' },
    early: { type: 'string', default: '500' },
    middle: { type: 'string', default: '2500' },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    machine: { type: 'string', default: 'one thread of a shared two-core AMD EPYC machine' },
  },
});
const name = positionals[0] ?? '';
const plan = plans[name];
if (!plan)
  throw new InvalidInputError(`"${name}" is no model of plans.ts · choose one of ${Object.keys(plans).join(', ')}`);
const state = args.state ?? `.cache/pretrain/${name}`;
const final = args.final ?? join(state, 'final');

let parameters = 0;
for (const [from, to] of [
  [final, name],
  [join(state, `step-${args.early}`), `${name}-early`],
  [join(state, `step-${args.middle}`), `${name}-middle`],
] as const) {
  parameters = copyModel(from, join(args.out, to));
}

const log = readFileSync(
  existsSync(join(final, 'pretraining.jsonl')) ? join(final, 'pretraining.jsonl') : join(state, 'log.jsonl'),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as LogEntry);
writeFileSync(join(args.out, name, 'pretraining.jsonl'), log.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
const text = readFileSync(join(args.corpus, 'train.txt'));
const corpus = {
  bytes: text.byteLength,
  tokens: readFileSync(join(state, 'train.bin')).byteLength / Uint16Array.BYTES_PER_ELEMENT,
  sha256: createHash('sha256').update(text).digest('hex'),
};
const card = modelCard({
  name,
  plan,
  parameters,
  log,
  corpus,
  probes: readProbes(),
  date: args.date,
  machine: args.machine,
});
writeFileSync(join(args.out, name, 'MODEL.md'), card);
if (args.probes !== undefined) copyFileSync(args.probes, join(args.out, name, 'probes.json'));

/** Packs the weights anew, so that every folder has all files of today's format. @returns the number of parameters */
function copyModel(from: string, to: string): number {
  const { config, tokenizerJson, params, metadata } = loadFolder(from);
  const { stage = 'base', step = '' } = metadata;
  saveFolder(to, packModel({ config, tokenizerJson, params, metadata: { stage, step } }));
  return params.length;
}

function readProbes(): { title: string; figures: ProbeFigures }[] {
  if (args.probes === undefined) return [];
  const found = JSON.parse(readFileSync(args.probes, 'utf8')) as Record<string, ProbeFigures>;
  const titles = args.titles.split(',');
  return Object.entries(found).map(([folder, figures], i) => ({ title: titles[i] || folder, figures }));
}
