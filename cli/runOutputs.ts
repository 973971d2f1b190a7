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

  write(output: () => void): void {
    try {
      output();
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      this.#failures.push(error.message);
    }
  }

  get hasFailed(): boolean {
    return this.#failures.length > 0;
  }

  /**
   * A line for each output that could not be written, the last as an error.
   * @param advice what to do then, if anything · @throws StorageError
   */
  finish(advice: string | null): void {
    const last = this.#failures.at(-1);
    if (last === undefined) return;
    for (const failure of this.#failures.slice(0, -1)) process.stderr.write(`lab: ${failure}\n`);
    throw new StorageError(advice === null ? last : `${last}; ${advice}`);
  }
}
