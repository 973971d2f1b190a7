/**
 * Cross-origin isolation where the host sends no headers: the service worker adds them, which takes one reload, before
 * anything has been started. Where it can't (no service workers, private windows) the lab runs on one thread and the
 * device badge says so.
 */
import { canServe, register } from './register.ts';

const TRIED_KEY = 'rlhf-lab/isolation-tried';

/** @returns true when the page is about to be loaded again: nothing else needs to start */
export async function ensureIsolation(): Promise<boolean> {
  try {
    if (crossOriginIsolated) {
      // A forced reload goes past the service worker; the next attempt may be needed then.
      sessionStorage.removeItem(TRIED_KEY);
      return false;
    }
    if (!canServe() || sessionStorage.getItem(TRIED_KEY)) return false;
    sessionStorage.setItem(TRIED_KEY, 'yes');
    if (!(await register())) return false;
    await navigator.serviceWorker.ready;
    location.reload();
    return true;
  } catch {
    return false;
  }
}
