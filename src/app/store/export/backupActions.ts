/** The whole lab as one file, and back. */
import { InvalidInputError } from '../../../errors.ts';
import { BACKUP_FILE_ENDING } from '../../../lab/storage/backupEnding.ts';
import { type Backup, LARGEST_BACKUP, readBackup, writeBackup } from '../../../lab/storage/backupFile.ts';
import type { RestoredCounts } from '../../../lab/storage/restore.ts';
import { ofThisBrowser } from '../../client/browserValues.ts';
import { saveFile } from '../../client/saveFile.ts';
import { labStorage } from '../../client/storage.ts';
import { mergeLabels } from '../label/benchSteps.ts';
import { setLabels } from '../label/labelActions.ts';
import { errorMessage } from '../session/problems.ts';
import { labelsSetAside, setLabelsAside } from '../share/shareLabels.ts';
import { labStore, updateSlice } from '../store.ts';
import { addNotice } from '../uiActions.ts';

/** Checkpoints, runs, visits with their own data, the mainline and the labels, as they are stored now. */
export async function saveBackup(): Promise<void> {
  if (labStore.getState().export.busy !== null) return;
  updateSlice('export', () => ({ busy: 'Writing the backup …' }));
  try {
    const entries = await (await labStorage()).entries();
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
  const restored = await restore(file).catch((error: unknown) => {
    addNotice('problem', `${file.name} was not restored: ${errorMessage(error)}. Nothing was changed.`);
    return null;
  });
  if (!restored) return;
  const { labels, labelsSetAside: aside } = restored.backup;
  const merged = mergeLabels(labStore.getState().experiment.document.labels, labels);
  if (merged.added > 0) setLabels(merged.labels);
  addNotice(
    'info',
    `${describe(restored.counts, merged.added)} Checkpoints are under Lineage, visits under its Storage.`,
  );
  const problem = aside.length > 0 ? setLabelsAside(ofThisBrowser, aside) : null;
  if (problem !== null) {
    addNotice('problem', `The labels set aside in ${file.name} were not restored: ${problem}. All else in it was.`);
  }
}

async function restore(file: File): Promise<{ readonly backup: Backup; readonly counts: RestoredCounts }> {
  if (file.size > LARGEST_BACKUP) throw new InvalidInputError('it is too large to be read');
  const backup = await readBackup(new Uint8Array(await file.arrayBuffer()));
  return { backup, counts: await (await labStorage()).restore(backup.entries) };
}

function describe({ checkpoints, runs, visits, known, unreadable, isLogKept }: RestoredCounts, labels: number): string {
  const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;
  const parts = [
    counted(checkpoints, 'checkpoint'),
    counted(visits, 'visit'),
    counted(runs, 'run'),
    counted(labels, 'label'),
  ];
  const stays = [
    ...(known > 0 ? [`${known} were here already and stay as they are`] : []),
    ...(unreadable > 0 ? [`${unreadable} can’t be read by this page and were left out`] : []),
    ...(isLogKept ? ['the mainline here keeps its own log'] : []),
  ];
  return `Restored: ${parts.join(', ')}${stays.length > 0 ? `; ${stays.join('; ')}` : ''}.`;
}
