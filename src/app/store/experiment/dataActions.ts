/**
 * Own data: a file is read at the desk, its rows come over in parts once the visitor has agreed, and only then does the
 * experiment change. Whatever goes wrong before leaves everything as it was.
 */
import { shortened } from '../../../errors.ts';
import type { OwnData } from '../../../lab/desk/deskTypes.ts';
import { ownDataLimits } from '../../../lab/document/ownDataLimits.ts';
import type { DataKind } from '../../../world/ownData/types.ts';
import { desk } from '../session/desk.ts';
import { emptyOwnData } from '../label/labelState.ts';
import { errorMessage, errorName } from '../session/problems.ts';
import { labStore, updateSlice } from '../store.ts';
import { addNotice } from '../uiActions.ts';

/** Few enough that receiving them never holds the page up. */
const ROWS_AT_ONCE = 1000;
const LARGEST_BYTES = 256e6;

/** What is being read, for reading it again as another kind. */
let file: { readonly blob: Blob; readonly name: string } | null = null;

export async function readFile(blob: Blob, name: string): Promise<void> {
  file = { blob, name };
  const { kind } = labStore.getState().ownData;
  updateSlice('ownData', () => ({ ...emptyOwnData(), kind, phase: 'reading' as const }));
  try {
    if (blob.size > LARGEST_BYTES) throw new Error('it is larger than 256 MB: split it');
    const summary = await desk.readOwnData(blob, name, kind, (progress) => {
      if (file?.blob === blob) updateSlice('ownData', () => ({ progress }));
    });
    if (file?.blob === blob) updateSlice('ownData', () => ({ phase: 'read' as const, summary }));
  } catch (error) {
    if (file?.blob !== blob || errorName(error) === 'AbortedError') return;
    updateSlice('ownData', () => ({
      phase: 'failed' as const,
      problem: shortened(`${name} can’t be used: ${errorMessage(error)}`),
    }));
  }
}

/** Reads the file at hand again, if there is one. @param kind null = find out */
export function setDataKind(kind: DataKind | null): void {
  updateSlice('ownData', () => ({ kind }));
  if (file) void readFile(file.blob, file.name);
}

/** The file is let go; what was in use stays in use. */
export function dropFile(): void {
  file = null;
  updateSlice('ownData', ({ kind }) => ({ ...emptyOwnData(), kind }));
}

/** Puts the good rows of the file into the experiment, beside those of their kind that are in use or in place of them. */
export async function takeFile(how: 'add' | 'replace'): Promise<void> {
  const { summary } = labStore.getState().ownData;
  if (!summary) return;
  updateSlice('ownData', () => ({ phase: 'taking' as const }));
  try {
    const parts: OwnData[] = [];
    for (let from = 0; from < summary.taken; from += ROWS_AT_ONCE) {
      parts.push(await desk.call((api) => api.takeRows(from, ROWS_AT_ONCE)));
    }
    const before = labStore.getState().experiment.document.data;
    const data = join(how === 'add' ? before : { ...before, [summary.kind]: [] }, parts);
    setData(data);
    addNotice('info', describeTaken(summary.name, data[summary.kind].length));
    dropFile();
  } catch (error) {
    const problem = `${summary.name} was not taken: ${errorMessage(error)}. What was in use is unchanged`;
    updateSlice('ownData', () => ({ phase: 'failed' as const, problem }));
  }
}

export function removeData(kind: DataKind): void {
  setData({ ...labStore.getState().experiment.document.data, [kind]: [] });
}

function setData(data: OwnData): void {
  updateSlice('experiment', ({ document }) => ({ document: { ...document, data } }));
}

/** All rows in order, as many as an experiment holds. */
function join(before: OwnData, parts: readonly OwnData[]): OwnData {
  const all = [before, ...parts];
  return {
    demonstrations: all.flatMap(({ demonstrations }) => demonstrations).slice(0, ownDataLimits.rows),
    preferences: all.flatMap(({ preferences }) => preferences).slice(0, ownDataLimits.rows),
    prompts: all.flatMap(({ prompts }) => prompts).slice(0, ownDataLimits.rows),
  };
}

function describeTaken(name: string, inUse: number): string {
  const limit = inUse === ownDataLimits.rows ? ', the most an experiment holds' : '';
  return `${name} is in use: ${inUse.toLocaleString('en')} rows${limit}.`;
}
