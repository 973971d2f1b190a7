/**
 * What pre-training starts from, made when it is missing: the corpus and the tokenizer. So weights are reproduced from the
 * repository and npm packages alone.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export function prepare(corpusFolder: string, tokenizerFile: string, vocabSize: number): void {
  const run = (...args: string[]) =>
    execFileSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', ...args], { stdio: 'inherit' });
  const train = join(corpusFolder, 'train.txt');
  if (!existsSync(train)) run('scripts/corpus/main.ts', '--out', corpusFolder);
  if (existsSync(tokenizerFile)) return;
  run('scripts/tokenizer/main.ts', '--corpus', train, '--out', tokenizerFile, '--vocab', String(vocabSize));
}
