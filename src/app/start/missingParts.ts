/**
 * Parts of the page are fetched when they are first asked for. In a tab from before a newer version was published they are
 * gone from the host: only loading the page again helps, and it says so once.
 */
import { addNotice } from '../store/uiActions.ts';

let isMissing = false;

export function followMissingParts(): void {
  // Vite's event for an import() that failed.
  window.addEventListener('vite:preloadError', () => {
    isMissing = true;
    addNotice(
      'problem',
      'A part of this page could not be fetched: the network is gone, or a newer version was published. Load the page again; runs and settings are kept.',
    );
  });
}

/** Drawing a view again can't help then. */
export function isPartMissing(): boolean {
  return isMissing;
}
