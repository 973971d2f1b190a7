/** A file of replies to the world's prompts, read with the tokenizer of lab-1m. */
import { readFileSync } from 'node:fs';
import { InvalidInputError } from '../src/errors.ts';
import { type ReplyRow, readReplyRows } from '../src/lab/judge/replyRows.ts';
import { loadModelFolder } from './modelFiles.ts';

/** @throws InvalidInputError when the file can't be read or has a bad row */
export function readReplyFile(file: string): ReplyRow[] {
  const { tokenizer } = loadModelFolder('lab-1m');
  return readReplyRows(readText(file), file, (reply) => tokenizer.encode(reply).length);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new InvalidInputError(`${file} can't be read: give a file of rows {"prompt", "reply"}, one a line`);
  }
}
