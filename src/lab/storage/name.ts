/** The database that the page and its workers share. */
export const STORAGE_NAME = 'rlhf-lab';
