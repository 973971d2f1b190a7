/** By which a file is known as a backup. */
export const BACKUP_FILE_ENDING = '.rlhflab.zip';
