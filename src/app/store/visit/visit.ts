/**
 * Which visit this tab is: its experiment and its runs are kept under this id, and a reload goes on with it. A visit belongs
 * to one living tab at a time (a lock says so); a new tab takes over the newest visit that nobody holds.
 */
import { heldLocks, holdLock } from '../../../lab/locks.ts';
import type { StoredSession } from '../../../lab/storage/types.ts';
import { ofThisTab } from '../../client/browserValues.ts';

const KEY = 'rlhf-lab/visit';
const LAST_KEY = 'rlhf-lab/last-words';
const LOCK = 'rlhf-lab/visit/';
let id: string | null = null;

export function visitId(): string {
  return (id ??= crypto.randomUUID());
}

/**
 * Takes a visit: this tab's own after a reload, else the newest free one that was opened by the same address.
 * @returns what was stored of it; null = a new visit
 */
export async function takeVisit(sessions: readonly StoredSession[], search: string): Promise<StoredSession | null> {
  const own = ofThisTab.getItem(KEY);
  const candidates = sessions
    .filter((session) => session.search === search)
    .sort((a, b) => Number(b.id === own) - Number(a.id === own) || (a.usedAt < b.usedAt ? 1 : -1));
  for (const session of candidates) {
    if (!(await holdLock(`${LOCK}${session.id}`))) continue;
    id = session.id;
    writeOwn(id);
    return session;
  }
  writeOwn(visitId());
  await holdLock(`${LOCK}${visitId()}`);
  return null;
}

export interface LastWords {
  readonly name: string;
  readonly experiment: unknown;
}

/** What changed in the moment before the page went away, when nothing slower can be written any more. */
export function writeLastWords(words: LastWords | null): void {
  try {
    if (words === null) ofThisTab.removeItem(LAST_KEY);
    else ofThisTab.setItem(LAST_KEY, JSON.stringify({ ...words, visit: visitId() }));
  } catch {
    // Too large: the change of that moment is lost, nothing else.
  }
}

/** @returns those of this visit, not yet checked; null = none */
export function readLastWords(): LastWords | null {
  try {
    const words = JSON.parse(ofThisTab.getItem(LAST_KEY) ?? 'null') as (LastWords & { visit: string }) | null;
    return words?.visit === visitId() ? words : null;
  } catch {
    return null;
  }
}

/** Ids of the visits that tabs have open now, this one's included. */
export async function visitsInTabs(): Promise<ReadonlySet<string>> {
  const held = await heldLocks();
  return new Set([visitId(), ...held.flatMap((name) => (name.startsWith(LOCK) ? name.slice(LOCK.length) : []))]);
}

/** This tab goes over to another visit, by loading the page anew. The one it leaves stays stored. */
export function goOverTo({ id: other, search }: Pick<StoredSession, 'id' | 'search'>): void {
  writeOwn(other);
  history.replaceState(null, '', `${location.pathname}${search}#lab`);
  location.reload();
}

function writeOwn(visit: string): void {
  try {
    ofThisTab.setItem(KEY, visit);
  } catch {
    // Without it a reload takes the newest free visit, which is this one.
  }
}
