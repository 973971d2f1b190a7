/** A file dropped on the page: a shared experiment or a backup by its ending, else a run document. */
import { BACKUP_FILE_ENDING } from '../../../lab/storage/backupEnding.ts';
import { LINK_FILE_ENDING } from '../../../lab/link/linkFile.ts';
import { openRunDocument } from '../export/exportImport.ts';
import { openSharedFile } from '../share/shareActions.ts';

export function openDroppedFile(file: File): Promise<void> {
  const name = file.name.toLowerCase();
  if (name.endsWith(BACKUP_FILE_ENDING))
    return import('../export/backupActions.ts').then((actions) => actions.openBackup(file));
  return name.endsWith(LINK_FILE_ENDING) ? openSharedFile(file) : openRunDocument(file);
}
