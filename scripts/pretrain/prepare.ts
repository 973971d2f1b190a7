/**
 * What pre-training starts from, made when it is missing: the corpus (`.cache/corpus`) and the tokenizer of the model
 * folder. `npm run pretrain` runs this first, so that weights are reproduced from the repository and npm packages alone.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const tsx = 'node_modules/tsx/dist/cli.mjs';
const run = (...args: string[]) => execFileSync(process.execPath, [tsx, ...args], { stdio: 'inherit' });

const corpus = '.cache/corpus/train.txt';
const tokenizer = 'public/models/lab-1m/tokenizer.json';
if (!existsSync(corpus)) run('scripts/corpus/main.ts');
if (!existsSync(tokenizer)) run('scripts/tokenizer/main.ts', '--corpus', corpus, '--out', tokenizer);
