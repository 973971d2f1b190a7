/** What a journey needs of a browser, whatever drives it: one file here an engine. */
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** A browser with a profile of its own and one tab. */
export interface OpenBrowser {
  /** "Firefox 153.8". */
  readonly version: string;
  open(address: string): Promise<void>;
  reload(): Promise<void>;
  /** As a person does, with the pointer. @throws Error when nothing is found */
  click(xpath: string): Promise<void>;
  /** @returns what the expression gives in the page */
  evaluate(expression: string): Promise<unknown>;
  /** Ends every process that was begun for it. */
  close(): Promise<void>;
}

export interface Engine {
  readonly name: string;
  /** What has to be installed for it. */
  readonly needs: string;
  /** @returns how to open it; null when something it needs isn't installed */
  readonly find: () => (() => Promise<OpenBrowser>) | null;
}

/** @returns the first of `names` that can be run: an absolute path, or a command in PATH; undefined when none is there */
export function findProgram(...names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.resolve(folder, name))).find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
