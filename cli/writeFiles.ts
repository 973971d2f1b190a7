/**
 * The one way by which commands write files: each whole or not at all. Contents go to temporary files beside their targets,
 * reach the disk, and take the targets' names, one after another, once every one of them is written. When anything fails
 * before that, what was there before is untouched; no temporary file is left in any case. Devices and pipes are written as
 * they come.
 */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { InvalidInputError, StorageError } from '../src/errors.ts';

export type FileContent = string | Uint8Array;

/** @throws StorageError naming the file that can't be written */
export function writeFile(file: string, content: FileContent): void {
  writeFiles(new Map([[file, content]]));
}

/** None of them where one has no room. Their folders must be there. @throws StorageError naming the first file that can't be written */
export function writeFiles(contents: ReadonlyMap<string, FileContent>): void {
  const renames: { readonly from: string; readonly to: string }[] = [];
  let current = '';
  try {
    for (const [file, content] of contents) {
      current = file;
      if (isSpecial(file)) {
        writeFileSync(file, content);
        continue;
      }
      const to = existsSync(file) ? realpathSync(file) : file;
      const before = existsSync(to) ? statSync(to) : null;
      if (before?.isDirectory()) throw new Error('it is a folder');
      const from = temporaryBeside(to);
      renames.push({ from, to });
      writeTemporary(from, content, before?.mode ?? null);
    }
    for (const { from, to } of renames) {
      current = to;
      renameSync(from, to);
    }
  } catch (error) {
    throw new StorageError(`${current} can't be written (${reasonOf(error)}): what was there before is untouched`);
  } finally {
    for (const { from } of renames) rmSync(from, { force: true });
  }
}

/** Finds out before a long run whether its result can be written. @throws InvalidInputError saying what to choose */
export function checkWritable(file: string): void {
  const folder = path.dirname(path.resolve(file));
  if (existsSync(file) && statSync(file).isDirectory()) {
    throw new InvalidInputError(`${file} is a folder: give the name of a file to write`);
  }
  if (!existsSync(folder)) throw new InvalidInputError(`the folder of ${file} doesn't exist: make it first`);
  try {
    if (existsSync(file)) accessSync(file, constants.W_OK);
    if (!isSpecial(file)) probe(existsSync(file) ? path.dirname(realpathSync(file)) : folder);
  } catch (error) {
    throw new InvalidInputError(`${file} can't be written (${reasonOf(error)}): choose a file you may write to`);
  }
}

/** As checkWritable, of a folder that need not be there. @throws InvalidInputError saying what to choose */
export function checkFolderWritable(folder: string): void {
  let nearest = path.resolve(folder);
  while (!existsSync(nearest)) nearest = path.dirname(nearest);
  if (!statSync(nearest).isDirectory()) {
    throw new InvalidInputError(`${folder} can't be a folder, for ${nearest} is a file: choose another name`);
  }
  try {
    probe(nearest);
  } catch (error) {
    throw new InvalidInputError(`${folder} can't be written (${reasonOf(error)}): choose a folder you may write to`);
  }
}

/** "ENOSPC: no space left on device" */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.split(', ')[0]! : String(error);
}

/** A device or a pipe, such as /dev/stdout: nothing can take its place. */
export function isSpecial(file: string): boolean {
  return existsSync(file) && !statSync(file).isFile() && !statSync(file).isDirectory();
}

function temporaryBeside(file: string): string {
  return path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
}

/** @param mode of the file it is to replace; null = that of a new file */
function writeTemporary(file: string, content: FileContent, mode: number | null): void {
  const descriptor = openSync(file, 'wx');
  try {
    if (mode !== null) fchmodSync(descriptor, mode);
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Access rights alone don't tell: a file system may be read-only. */
function probe(folder: string): void {
  const file = temporaryBeside(path.join(folder, 'lab'));
  closeSync(openSync(file, 'wx'));
  rmSync(file);
}
