/**
 * The visitor's own labels while a linked experiment is open, which must train with the labels of its author: they wait in
 * this browser's storage under a name of their own, and one press brings them back. They are never overwritten.
 */
import type { Preference } from '../../../world/spec/types.ts';
import type { BrowserValues } from '../../client/browserValues.ts';
import { mergeLabels } from '../label/benchSteps.ts';
import { readStoredLabels, writeStoredLabels } from '../label/labelStorage.ts';

const SET_ASIDE_KEY = 'rlhf-lab/labels-set-aside';

/** The same rules as for stored labels, at another place. */
function placed(storage: BrowserValues): Pick<BrowserValues, 'getItem' | 'setItem'> {
  return {
    getItem: () => storage.getItem(SET_ASIDE_KEY),
    setItem: (_key, text) => storage.setItem(SET_ASIDE_KEY, text),
  };
}

export function labelsSetAside(storage: BrowserValues): readonly Preference[] {
  return readStoredLabels({ ...placed(storage), setItem: () => undefined }).labels;
}

/** Puts labels beside those that wait already. @returns why that was impossible, or null */
export function setLabelsAside(storage: BrowserValues, labels: readonly Preference[]): string | null {
  const waiting = readStoredLabels({ ...placed(storage), setItem: () => undefined });
  if (waiting.problem !== null) return 'what waits there already can’t be read';
  const { labels: all, over } = mergeLabels(waiting.labels, labels);
  if (over > 0) return `${over} of them would not fit beside the ${all.length} that wait already`;
  return writeStoredLabels(placed(storage), all);
}

export function forgetLabelsSetAside(storage: BrowserValues): void {
  storage.removeItem(SET_ASIDE_KEY);
}
