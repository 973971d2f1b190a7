/**
 * What went wrong, as one line and an exit code: 2 for what the user can put right in the command or its files,
 * 1 for the device, a full disk and our own faults, 130 for a run that was stopped. LAB_DEBUG=1 adds the stack.
 */
import { CommanderError } from 'commander';
import { AbortedError, InvalidInputError, ModelError, StorageError } from '../src/errors.ts';
import { printable } from './output.ts';

export function describeFailure(error: unknown): { line: string; exitCode: number } {
  if (error instanceof CommanderError) {
    return { line: oneLine(error.message.replace(/^error: /, '')), exitCode: 2 };
  }
  if (!(error instanceof Error)) return { line: oneLine(String(error)), exitCode: 1 };
  if (process.env['LAB_DEBUG']) return { line: error.stack ?? error.message, exitCode: 1 };
  if (error instanceof AbortedError) return { line: oneLine(error.message), exitCode: 130 };
  if (error instanceof InvalidInputError || error instanceof ModelError)
    return { line: oneLine(error.message), exitCode: 2 };
  if (error instanceof StorageError) return { line: oneLine(error.message), exitCode: 1 };
  return { line: oneLine(`${error.name}: ${error.message}`), exitCode: 1 };
}

/** A message may quote what was given: nothing in it may steer the terminal. */
function oneLine(text: string): string {
  return printable(text.replace(/\s+/g, ' ')).trim();
}
