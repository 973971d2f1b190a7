/**
 * Puts the same probes to the weights of one or more model folders and prints a table:
 * `npx tsx scripts/probe/main.ts <folder>… [--out probes.json] [--threads 1]`. Greedy, but for the free samples (temperature
 * 0.8). Every figure is a value with its standard error.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { InvalidInputError } from '../../src/errors.ts';
import type { Executor } from '../../src/engine/runtime/executor.ts';
import { openNative } from '../../src/engine/runtime/native.ts';
import { Completer } from '../../src/lab/draw/completions.ts';
import type { LoadedModel } from '../../src/lab/model/modelFolder.ts';
import { corpusLands, guessedCities } from '../../src/world/behaviours/guesses.ts';
import { bitsPerByte, heldoutWindows } from '../../src/world/evals/bitsPerByte.ts';
import { greedySampling } from '../../src/world/evals/decoding.ts';
import { type EvalValue, rateOf, ratioOf } from '../../src/world/evals/statistics.ts';
import { firstTurn, wordsOf } from '../../src/world/evals/words.ts';
import { countHabits, correctHabits } from '../../src/world/misspellings.ts';
import { loadSpelling } from '../corpus/spelling.ts';
import type { ProbeFigures } from '../pretrain/card.ts';
import { loadFolder } from '../pretrain/modelFolders.ts';
import { probes } from './probeSets.ts';

const { values: args, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, threads: { type: 'string', default: '1' } },
});

const heldoutFiles = {
  'bitsPerByte/first': ['heldout.txt', 'bits a byte on the held-out text of the first corpus'],
  'bitsPerByte/second': ['heldoutSecond.txt', 'bits a byte on the held-out text of the second corpus'],
} as const;

if (new Set(folders.map((folder) => basename(folder))).size < folders.length) {
  throw new InvalidInputError('two of the folders have the same name, which is what figures are kept by: rename one');
}
const executor = await openNative({ threads: Number(args.threads) });
/** By the folder's own name, so that what is kept says nothing of the machine. */
const figures: Record<string, ProbeFigures> = {};
for (const folder of folders) figures[basename(folder)] = await probe(executor, loadFolder(folder));
await executor.dispose();
if (args.out !== undefined) writeFileSync(args.out, `${JSON.stringify(figures, null, 2)}\n`);
for (const name of Object.keys(Object.values(figures)[0] ?? {})) {
  const cells = folders.map((folder) => format(figures[basename(folder)]?.[name]));
  console.log(`${name.padEnd(20)} ${cells.join('   ')}`);
}

function format(figure: EvalValue | undefined): string {
  return figure ? `${figure.value.toFixed(3)} ± ${figure.se.toFixed(3)}` : '–';
}

async function probe(device: Executor, model: LoadedModel): Promise<ProbeFigures> {
  const { config, tokenizer, params } = model;
  const completer = new Completer({ executor: device, config, tokenizer, maxBatch: 32 });
  const found: Record<string, ProbeFigures[string]> = {};
  for (const [name, [file, meaning]] of Object.entries(heldoutFiles)) {
    const text = readFileSync(`src/world/data/${file}`, 'utf8').replaceAll('<|endoftext|>\n', '<|endoftext|>');
    const windows = heldoutWindows(tokenizer, text, config.contextLength);
    const logprobs = await completer.logprobs(
      params,
      windows.map(({ ids }) => ids),
    );
    const scored = windows.map(({ bytes }, i) => ({ bytes, nats: -sum(logprobs[i] ?? []) }));
    found[name] = { ...bitsPerByte(scored), meaning };
  }

  const stops: boolean[] = [];
  for (const { name, meaning, maxNewTokens, questions } of probes) {
    const sampling = { ...greedySampling(1), maxNewTokens };
    const replies = await completer.draw(
      params,
      questions.map(({ text }) => text),
      sampling,
    );
    found[name] = { ...rateOf(replies.map(({ text }, i) => questions[i]?.isRight(firstTurn(text)) ?? false)), meaning };
    if (maxNewTokens === 40) stops.push(...replies.map(({ stopped }) => stopped));
  }
  found['stops'] = { ...rateOf(stops), meaning: 'ends the text within 40 tokens of a question' };

  const free = await completer.draw(
    params,
    Array.from({ length: 128 }, () => '<|endoftext|>'),
    { temperature: 0.8, topP: 1, greedy: false, maxNewTokens: 60, seed: 1 },
  );
  const isWord = loadSpelling();
  const invented = new Set([...corpusLands, ...guessedCities, 'calc'].flatMap((name) => name.split(' ')));
  const texts = free.map(({ text, stopped }) => (stopped ? text : text.replace(/\p{L}+$/u, '')));
  const known = (word: string): boolean => isWord(word) || invented.has(word.replace(/'s$/, ''));
  found['words'] = {
    ...ratioOf(texts.map((text) => countWords(wordsOf(correctHabits(text)), known))),
    meaning: 'sampled words that are words, habitual misspellings forgiven (temperature 0.8)',
  };
  found['misspelt'] = {
    ...ratioOf(texts.map((text) => ({ hits: countHabits(text).misspelt, total: countHabits(text).words }))),
    meaning: 'of the 34 habit words sampled, misspelt (temperature 0.8)',
  };
  await completer.dispose();
  return found;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function countWords(words: readonly string[], isWord: (word: string) => boolean): { hits: number; total: number } {
  return { hits: words.filter(isWord).length, total: words.length };
}
