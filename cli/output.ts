/**
 * Writing results: JSON to a file or to stdout, and the table that compares checkpoints.
 */
import { accessSync, constants, existsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { InvalidInputError } from '../src/errors.ts';
import type { RunCheckpoint } from '../src/lab/document/runDocument.ts';

/** Finds out before a long run whether its result can be written. @throws InvalidInputError */
export function checkWritable(file: string): void {
  const folder = path.dirname(path.resolve(file));
  if (existsSync(file) && statSync(file).isDirectory()) {
    throw new InvalidInputError(`${file} is a folder: give the name of a file to write`);
  }
  if (!existsSync(folder)) throw new InvalidInputError(`the folder of ${file} doesn't exist: make it first`);
  try {
    accessSync(existsSync(file) ? file : folder, constants.W_OK);
  } catch {
    throw new InvalidInputError(`${file} can't be written: choose a file you may write to`);
  }
}

/** @param file undefined = stdout */
export function writeJson(value: unknown, file: string | undefined): void {
  const json = `${JSON.stringify(value, null, 2)}\n`;
  if (file === undefined) process.stdout.write(json);
  else writeFileSync(file, json);
}

/** One row an eval, one column a checkpoint: `value ± se`. */
export function formatEvals(checkpoints: readonly RunCheckpoint[]): string {
  const names = [...new Set(checkpoints.flatMap(({ evals }) => Object.keys(evals)))];
  const rows = [
    ['', ...checkpoints.map(({ stage }) => stage)],
    ...names.map((name) => [
      name,
      ...checkpoints.map(({ evals }) => {
        const found = evals[name];
        return found ? `${found.value.toFixed(3)} ± ${found.se.toFixed(3)}` : '–';
      }),
    ]),
  ];
  const widths = rows[0]!.map((_, column) => rows.reduce((widest, row) => Math.max(widest, row[column]!.length), 0));
  return rows
    .map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  '))
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

/** One row a line, on stdout. */
export function writeJsonLines(rows: readonly unknown[]): void {
  process.stdout.write(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}
