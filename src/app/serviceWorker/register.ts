/** Registering the service worker of the built page (workers/offline.worker.ts); `vite dev` has none. */

const FILE = 'offline.worker.js';

/** A private window may still refuse when asked. */
export function canServe(): boolean {
  return import.meta.env.PROD && isSecureContext && 'serviceWorker' in navigator;
}

/** @returns null where the browser refuses */
export async function register(): Promise<ServiceWorkerRegistration | null> {
  try {
    const given: ServiceWorkerRegistration | undefined = await navigator.serviceWorker.register(
      new URL(FILE, document.baseURI),
      { updateViaCache: 'none' },
    );
    // A browser driven by a test may block service workers without saying so.
    return given ?? null;
  } catch {
    return null;
  }
}
