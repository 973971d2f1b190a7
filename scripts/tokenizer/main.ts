/**
 * Command: trains the tokenizer of a model folder on a corpus.
 * `npx tsx scripts/tokenizer/main.ts --corpus <train.txt> --out <tokenizer.json> [--vocab 1024]`
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Command } from 'commander';
import { countWords, toTokenizerJson, trainBpe } from './trainBpe.ts';

const options = new Command()
  .requiredOption('--corpus <file>', 'plain text, documents separated by <|endoftext|>')
  .requiredOption('--out <file>', 'tokenizer.json to write')
  .option('--vocab <size>', 'vocabulary size, special tokens included', '1024')
  .parse()
  .opts<{ corpus: string; out: string; vocab: string }>();

const startedAt = performance.now();
const text = readFileSync(options.corpus, 'utf8');
const counts = countWords(text);
const bpe = trainBpe(counts, Number(options.vocab));
mkdirSync(dirname(options.out), { recursive: true });
writeFileSync(options.out, `${JSON.stringify(toTokenizerJson(bpe), null, 1)}\n`);
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
console.log(
  `${bpe.vocab.length} tokens from ${counts.size} distinct words (${text.length} characters) in ${seconds} s`,
);
