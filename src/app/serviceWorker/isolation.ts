/**
 * Cross-origin isolation where the host sends no headers: the service worker adds them, which takes one reload, before
 * anything has been started. Where it can't (no service workers, private windows, one that doesn't start in time) the lab
 * runs on one thread and the device badge says so.
 */
import { within } from '../../lab/within.ts';
import { ofThisTab } from '../client/browserValues.ts';
import { canServe, register } from './register.ts';

const TRIED_KEY = 'rlhf-lab/isolation-tried';
const READY_MS = 8000;

/** @returns true when the page is about to be loaded again: nothing else needs to start */
export async function ensureIsolation(): Promise<boolean> {
  if (crossOriginIsolated) {
    // A forced reload goes past the service worker; the next attempt may be needed then.
    ofThisTab.removeItem(TRIED_KEY);
    return false;
  }
  // A page that can't remember that it was tried would load again for ever.
  if (!canServe() || !ofThisTab.outlivePage || ofThisTab.getItem(TRIED_KEY)) return false;
  ofThisTab.setItem(TRIED_KEY, 'yes');
  const isReady = await within(READY_MS, startWorker(), () => false).catch(() => false);
  if (!isReady) return false;
  location.reload();
  return true;
}

async function startWorker(): Promise<boolean> {
  if (!(await register())) return false;
  await navigator.serviceWorker.ready;
  return true;
}
