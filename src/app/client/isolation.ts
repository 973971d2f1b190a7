/**
 * Cross-origin isolation where the host sends no headers: a service worker adds them, which takes one reload. Where it
 * can't (no service workers, private windows) the lab runs on one thread and the device badge says so.
 */
const TRIED_KEY = 'rlhf-lab/isolation-tried';

/** @returns true when the page is about to be loaded again: nothing else needs to start */
export async function ensureIsolation(): Promise<boolean> {
  if (crossOriginIsolated || !isSecureContext || !('serviceWorker' in navigator)) return false;
  try {
    if (sessionStorage.getItem(TRIED_KEY)) return false;
    sessionStorage.setItem(TRIED_KEY, 'yes');
    await navigator.serviceWorker.register(new URL('isolation.js', document.baseURI));
    await navigator.serviceWorker.ready;
    location.reload();
    return true;
  } catch {
    return false;
  }
}
