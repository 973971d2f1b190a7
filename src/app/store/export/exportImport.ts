/** A run document from a file: shown as a recorded run, and its experiment can be taken over. */
import { InvalidInputError } from '../../../errors.ts';
import { readJson } from '../../../lab/link/safeJson.ts';
import { cleanName } from '../../../lab/document/names.ts';
import { parseRunDocument, type RunDocument } from '../../../lab/document/runDocument.ts';
import { renameExperiment, replaceDocument } from '../experiment/experimentActions.ts';
import { errorMessage } from '../session/problems.ts';
import { openRun } from '../run/stageRuns.ts';
import { labStore, updateSlice } from '../store.ts';
import { addNotice } from '../uiActions.ts';

/** A document of all stages with whole curves takes about 2 MB. */
const MOST_BYTES = 32e6;

/** Shows the file's run; a file that is no run document is named, and nothing changes. */
export async function openRunDocument(file: File): Promise<void> {
  try {
    if (file.size > MOST_BYTES) {
      throw new InvalidInputError(`it has ${Math.round(file.size / 1e6)} MB, and at most ${MOST_BYTES / 1e6} are read`);
    }
    const document = readDocument(await file.text());
    updateSlice('export', () => ({
      imported: { name: cleanName(file.name.replace(/\.json$/i, '')) || 'A run', document },
    }));
    location.hash = '#recorded';
  } catch (error) {
    addNotice(
      'problem',
      `${file.name} was not opened: ${errorMessage(error)}. Nothing was changed. A run document is the JSON file that Export or the command line writes.`,
    );
  }
}

/** @throws InvalidInputError */
export function readDocument(text: string): RunDocument {
  return parseRunDocument(readJson(text, 'the file'));
}

export function closeImported(): void {
  updateSlice('export', () => ({ imported: null }));
  location.hash = '#lab';
}

/** What the next run will be is then what the author's was. Runs and curves of the page stay. */
export function takeExperiment(): void {
  const { imported } = labStore.getState().export;
  if (!imported || openRun(labStore.getState())) return;
  replaceDocument(imported.document.experiment);
  renameExperiment(imported.name);
  addNotice('info', `The settings of ${imported.name} are taken over: the next run is the same experiment.`);
  location.hash = '#lab';
}
