/** What the log of a pointer says about where it was. The log is never rewritten, so it can be read as a stack. */
import type { MainlineEntry } from './types.ts';

/** @returns where the pointer has been, oldest first, with what was rolled back left out; the last is where it is */
export function pointerHistory(log: readonly MainlineEntry[], pointer: string): readonly string[] {
  const history: string[] = [];
  for (const entry of log.toSorted((a, b) => a.number - b.number)) {
    if (entry.pointer !== pointer || entry.what === 'refused') continue;
    if (entry.what === 'rolledBack') {
      const at = history.lastIndexOf(entry.to);
      history.length = Math.max(0, at);
    }
    history.push(entry.to);
  }
  return history;
}

/** @param exists whether a checkpoint is still there · @returns where one click rolls back to; null = nowhere */
export function rollbackTarget(
  log: readonly MainlineEntry[],
  pointer: string,
  exists: (id: string) => boolean,
): string | null {
  const history = pointerHistory(log, pointer);
  const now = history.at(-1);
  return history.slice(0, -1).findLast((id) => id !== now && exists(id)) ?? null;
}
