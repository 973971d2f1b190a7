/**
 * Writing results: JSON to a file or to stdout, and the table that compares checkpoints.
 */
import type { RunCheckpoint } from '../src/lab/document/runDocument.ts';
import { writeFile } from './writeFiles.ts';

/** @param file undefined = stdout */
export function writeJson(value: unknown, file: string | undefined): void {
  const json = `${JSON.stringify(value, null, 2)}\n`;
  if (file === undefined) process.stdout.write(json);
  else writeFile(file, json);
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

/** A text for the terminal: nothing in it may steer it. */
export function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, '?');
}
