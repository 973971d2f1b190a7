/**
 * Keeps the page for use without a network, and says when a newer version of it waits. Called once completions are on the
 * screen: until then the connection is theirs.
 */
import type { KeepAnswer, OfflineMessage } from '../../lab/offlineMessages.ts';
import type { OfflineState } from '../store/session/offlineState.ts';
import { labStore, updateSlice } from '../store/store.ts';
import { canServe, register } from './register.ts';

let waiting: ServiceWorker | null = null;

export async function keepOffline(): Promise<void> {
  if (!canServe()) return;
  const registration = await register();
  if (!registration) return;
  watchForUpdates(registration);
  updateSlice('offline', () => ({ phase: 'keeping' as const }));
  const problem = await askToKeep((await navigator.serviceWorker.ready).active);
  const phase: OfflineState['phase'] = problem === null ? 'kept' : 'failed';
  updateSlice('offline', () => ({ phase, problem }));
}

/** The waiting version takes over, and the page is loaded again. Other tabs stay as they are until they are. */
export function takeUpdate(): void {
  if (!waiting) return;
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage({ type: 'takeOver' } satisfies OfflineMessage);
}

function watchForUpdates(registration: ServiceWorkerRegistration): void {
  const offer = (): void => {
    // At a first visit there is no version before: nothing to offer.
    if (!registration.waiting || !registration.active) return;
    waiting = registration.waiting;
    updateSlice('offline', () => ({ hasUpdate: true }));
  };
  registration.addEventListener('updatefound', () => {
    const found = registration.installing;
    found?.addEventListener('statechange', () => {
      if (found.state === 'installed') offer();
    });
  });
  offer();
}

/** @returns null once everything is kept, else why it isn't */
function askToKeep(worker: ServiceWorker | null): Promise<KeepAnswer> {
  if (!worker) return Promise.resolve('the service worker did not start');
  const { port1, port2 } = new MessageChannel();
  const device = labStore.getState().session.report?.device.kind ?? null;
  return new Promise((resolve) => {
    port1.onmessage = (event) => {
      port1.close();
      resolve(event.data as KeepAnswer);
    };
    worker.postMessage({ type: 'keep', device: device === 'webgpu' ? 'webgpu' : 'wasm' } satisfies OfflineMessage, [
      port2,
    ]);
  });
}
