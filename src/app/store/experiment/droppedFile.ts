/** A file dropped on the page: a shared experiment by its ending, else a run document. */
import { LINK_FILE_ENDING } from '../../../lab/link/linkFile.ts';
import { openRunDocument } from '../export/exportImport.ts';
import { openSharedFile } from '../share/shareActions.ts';

export function openDroppedFile(file: File): Promise<void> {
  return file.name.toLowerCase().endsWith(LINK_FILE_ENDING) ? openSharedFile(file) : openRunDocument(file);
}
