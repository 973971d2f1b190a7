/**
 * Labels survive a reload: they are kept in this browser's storage and nowhere else. What is read back is checked row by
 * row; what can't be read is set aside under another name, never overwritten. All tabs share one list: each adds its own to
 * what lies there, and takes away only what it had stored itself.
 */
import { z } from 'zod';
import { preferenceSchema } from '../../../lab/document/worldSchemas.ts';
import type { Preference } from '../../../world/spec/types.ts';
import type { BrowserValues } from '../../client/browserValues.ts';
import { errorMessage } from '../session/problems.ts';
import { mergeLabels, pairKey } from './benchSteps.ts';

export const LABELS_KEY = 'rlhf-lab/labels';
export const UNREADABLE_KEY = 'rlhf-lab/labels-unreadable';

const storedSchema = z.object({ version: z.literal(1), labels: z.array(z.unknown()).max(5000) });

type Store = Pick<BrowserValues, 'getItem' | 'setItem'>;

export interface StoredLabels {
  readonly labels: readonly Preference[];
  /** What could not be read, and where it is kept; null when all is well. */
  readonly problem: string | null;
}

export function readStoredLabels(storage: Store): StoredLabels {
  const text = storage.getItem(LABELS_KEY);
  if (text === null) return { labels: [], problem: null };
  const stored = storedSchema.safeParse(parseJson(text));
  const rows = stored.success ? stored.data.labels.map((row) => preferenceSchema.safeParse(row)) : [];
  const labels = rows.flatMap((row) => (row.success ? [row.data] : []));
  if (stored.success && labels.length === rows.length) return { labels, problem: null };
  setAside(storage, text);
  const kept = labels.length > 0 ? `The other ${labels.length} are here.` : 'You start without labels.';
  const lost = stored.success ? `${rows.length - labels.length} of ${rows.length} stored labels` : 'The stored labels';
  return {
    labels,
    problem: `${lost} could not be read. ${kept} The stored text is kept in this browser's storage as “${UNREADABLE_KEY}”; everything else is as it was.`,
  };
}

/**
 * Stores this tab's labels beside those that other tabs have stored meanwhile.
 * @param before what this tab had stored last: what is missing since was removed on purpose
 * @returns why it could not be stored, or null
 */
export function storeBesideOthers(
  storage: Store,
  labels: readonly Preference[],
  before: readonly Preference[],
): string | null {
  // By the pair, not by the id: two tabs give their first pairs the same ids.
  const kept = new Set(labels.map(pairKey));
  const removed = new Set(before.map(pairKey).filter((pair) => !kept.has(pair)));
  const lying = readStoredLabels(storage).labels;
  const others = lying.filter((label) => !removed.has(pairKey(label)));
  const { labels: all, over } = mergeLabels(labels, others);
  const trouble = writeStoredLabels(storage, all);
  if (trouble !== null || over === 0) return trouble;
  return `${over} labels of other tabs are no longer stored, because ${all.length.toLocaleString('en')} are the most: export them there as a file.`;
}

/** @returns why it could not be stored, or null */
export function writeStoredLabels(storage: Store, labels: readonly Preference[]): string | null {
  try {
    storage.setItem(LABELS_KEY, JSON.stringify({ version: 1, labels }));
    return null;
  } catch (error) {
    return `This browser could not store the labels (${errorMessage(error)}), so a reload would lose them: export them as a file.`;
  }
}

function setAside(storage: Store, text: string): void {
  try {
    storage.setItem(UNREADABLE_KEY, text);
  } catch {
    // No room for a second copy; the message names the place all the same, and nothing else suffers.
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
