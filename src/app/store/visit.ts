/**
 * Which visit this tab is: its experiment and its runs are kept under this id, and a reload goes on with it. A visit belongs
 * to one living tab at a time (a Web Lock says so); a new tab takes over the newest visit that nobody holds.
 */
import type { StoredSession } from '../../lab/storage/types.ts';

const KEY = 'rlhf-lab/visit';
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

/** Held as long as the tab lives. A browser without Web Locks lets every tab have every visit. */
function hold(visit: string): Promise<boolean> {
  if (!('locks' in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    void navigator.locks.request(`rlhf-lab/visit/${visit}`, { ifAvailable: true }, (lock) => {
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
