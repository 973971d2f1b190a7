/**
 * Which visit this tab is: its experiment and its runs are kept under this id, and a reload goes on with it. A visit belongs
 * to one living tab at a time (a Web Lock says so); a new tab takes over the newest visit that nobody holds.
 */
import type { StoredSession } from '../../../lab/storage/types.ts';

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
  const own = readOwn();
  const candidates = sessions
    .filter((session) => session.search === search)
    .sort((a, b) => Number(b.id === own) - Number(a.id === own) || (a.usedAt < b.usedAt ? 1 : -1));
  for (const session of candidates) {
    if (!(await hold(session.id))) continue;
    id = session.id;
    writeOwn(id);
    return session;
  }
  writeOwn(visitId());
  await hold(visitId());
  return null;
}

export interface LastWords {
  readonly name: string;
  readonly experiment: unknown;
}

/** What changed in the moment before the page went away, when nothing slower can be written any more. */
export function writeLastWords(words: LastWords | null): void {
  try {
    if (words === null) sessionStorage.removeItem(LAST_KEY);
    else sessionStorage.setItem(LAST_KEY, JSON.stringify({ ...words, visit: visitId() }));
  } catch {
    // Too large, or refused: the change of that moment is lost, nothing else.
  }
}

/** @returns those of this visit, not yet checked; null = none */
export function readLastWords(): LastWords | null {
  try {
    const words = JSON.parse(sessionStorage.getItem(LAST_KEY) ?? 'null') as (LastWords & { visit: string }) | null;
    return words?.visit === visitId() ? words : null;
  } catch {
    return null;
  }
}

/** Ids of the visits that tabs have open now, this one's included. */
export async function visitsInTabs(): Promise<ReadonlySet<string>> {
  if (!('locks' in navigator)) return new Set([visitId()]);
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => (name?.startsWith(LOCK) ? name.slice(LOCK.length) : [])));
}

/** This tab goes over to another visit, by loading the page anew. The one it leaves stays stored. */
export function goOverTo({ id: other, search }: Pick<StoredSession, 'id' | 'search'>): void {
  writeOwn(other);
  history.replaceState(null, '', `${location.pathname}${search}#lab`);
  location.reload();
}

/** Held as long as the tab lives. A browser without Web Locks lets every tab have every visit. */
function hold(visit: string): Promise<boolean> {
  if (!('locks' in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    void navigator.locks.request(`${LOCK}${visit}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise(() => undefined);
    });
  });
}

function readOwn(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function writeOwn(visit: string): void {
  try {
    sessionStorage.setItem(KEY, visit);
  } catch {
    // Without it a reload takes the newest free visit, which is this one.
  }
}
