/** The whole lab as one file, and back. */
import { InvalidInputError } from '../../../errors.ts';
import { BACKUP_FILE_ENDING } from '../../../lab/storage/backupEnding.ts';
import { readBackup, writeBackup } from '../../../lab/storage/backupFile.ts';
import type { RestoredCounts, StoredEntry } from '../../../lab/storage/restore.ts';
import { ofThisBrowser } from '../../client/browserValues.ts';
import { saveFile } from '../../client/saveFile.ts';
import { labStorage } from '../../client/storage.ts';
import { mergeLabels } from '../label/benchSteps.ts';
import { setLabels } from '../label/labelActions.ts';
import { errorMessage } from '../session/problems.ts';
import { labelsSetAside, setLabelsAside } from '../share/shareLabels.ts';
import { labStore, updateSlice } from '../store.ts';
import { addNotice } from '../uiActions.ts';

/** Bytes of a file at most: it is read whole. */
const MOST_BYTES = 2e9;

/** Checkpoints, runs, visits with their own data, the mainline and the labels, as they are stored now. */
export async function saveBackup(): Promise<void> {
  if (labStore.getState().export.busy !== null) return;
  updateSlice('export', () => ({ busy: 'Writing the backup …' }));
  try {
    const entries: StoredEntry[] = [];
    for await (const entry of (await labStorage()).entries()) entries.push(entry);
    const { labels } = labStore.getState().experiment.document;
    const at = new Date().toISOString();
    const bytes = await writeBackup({ entries, labels, labelsSetAside: labelsSetAside(ofThisBrowser) }, at);
    saveFile(`lab-${at.slice(0, 10)}${BACKUP_FILE_ENDING}`, bytes, 'application/zip');
  } catch (error) {
    addNotice('problem', `The backup was not written: ${errorMessage(error)}. Nothing has changed.`);
  }
  updateSlice('export', () => ({ busy: null }));
}

/** Adds what the file holds and isn't here. */
export async function openBackup(file: File): Promise<void> {
  try {
    if (file.size > MOST_BYTES) throw new InvalidInputError('it is too large to be read');
    const backup = await readBackup(new Uint8Array(await file.arrayBuffer()));
    const counts = await (await labStorage()).restore(backup.entries);
    const merged = mergeLabels(labStore.getState().experiment.document.labels, backup.labels);
    if (merged.added > 0) setLabels(merged.labels);
    if (backup.labelsSetAside.length > 0) setLabelsAside(ofThisBrowser, backup.labelsSetAside);
    addNotice('info', `${describe(counts, merged.added)} Checkpoints are under Lineage, visits under its Storage.`);
  } catch (error) {
    addNotice('problem', `${file.name} was not restored: ${errorMessage(error)}. Nothing was changed.`);
  }
}

function describe({ checkpoints, runs, visits, known, isLogKept }: RestoredCounts, labels: number): string {
  const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;
  const parts = [
    counted(checkpoints, 'checkpoint'),
    counted(visits, 'visit'),
    counted(runs, 'run'),
    counted(labels, 'label'),
  ];
  const stays = [
    ...(known > 0 ? [`${known} were here already and stay as they are`] : []),
    ...(isLogKept ? ['the mainline here keeps its own log'] : []),
  ];
  return `Restored: ${parts.join(', ')}${stays.length > 0 ? `; ${stays.join('; ')}` : ''}.`;
}
