/**
 * What `lab run` writes: all of it is checked before anything is trained, and after the training one output that can't be
 * written keeps no other from being written.
 */
import path from 'node:path';
import { InvalidInputError, StorageError } from '../src/errors.ts';
import { checkFolderWritable, checkWritable } from './writeFiles.ts';

export interface RunOutputOptions {
  readonly arms?: boolean;
  /** The run document. */
  readonly out?: string;
  /** A folder for the last policy; with arms, one for each. */
  readonly save?: string;
  /** The experiment with what came of it. */
  readonly share?: string;
}

/** @param names of the runs · @throws InvalidInputError naming an output that can't be written */
export function checkOutputs(options: RunOutputOptions, names: readonly string[]): void {
  const files = [options.out, options.share].filter((file) => file !== undefined);
  const folders = names.flatMap((name) => saveFolder(options, name) ?? []);
  const outputs = [...files, ...folders].map((output) => path.resolve(output));
  const twice = outputs.find((output, i) => outputs.indexOf(output) < i);
  if (twice !== undefined) throw new InvalidInputError(`two outputs are ${twice}: give each a name of its own`);
  files.forEach(checkWritable);
  folders.forEach(checkFolderWritable);
}

/** Where a run's last policy goes; null = nowhere. */
export function saveFolder({ save, arms }: RunOutputOptions, name: string): string | null {
  if (save === undefined) return null;
  return arms ? `${save}-${name}` : save;
}

/** Writes one output after the other, and tells at the end what could not be written. */
export class OutputWriter {
  readonly #failures: string[] = [];

  /** @returns whether it was written */
  write(output: () => void): boolean {
    try {
      output();
      return true;
    } catch (error) {
      this.#failures.push(error instanceof Error ? error.message : String(error));
      return false;
    }
  }

  /** @param advice what to do then, if anything · @throws StorageError naming every output that could not be written */
  finish(advice: string | null): void {
    if (this.#failures.length === 0) return;
    throw new StorageError([...this.#failures, ...(advice === null ? [] : [advice])].join('; '));
  }
}
