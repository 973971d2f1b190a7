/**
 * Keeps the page for use without a network, and says when a newer version of it waits. Called once completions are on the
 * screen: until then the connection is theirs.
 */
import type { KeepAnswer, OfflineMessage } from '../../lab/offlineMessages.ts';
import type { OfflineState } from '../store/session/offlineState.ts';
import { within } from '../../lab/within.ts';
import { labStore, updateSlice } from '../store/store.ts';
import { canServe, register } from './register.ts';

/** Longer than its largest file takes on a slow line. */
const SILENCE_MS = 90_000;

let waiting: ServiceWorker | null = null;
/** The version that was asked last to store the page. */
let asked: ServiceWorker | null = null;
let keeping: Promise<void> | null = null;

export async function keepOffline(): Promise<void> {
  if (!canServe()) return;
  const registration = await register();
  if (!registration) return;
  watchForUpdates(registration);
  // A version that was not whole is replaced under an open page: the one that takes its place has stored nothing yet.
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    void Promise.resolve(keeping).then(async () => {
      if (navigator.serviceWorker.controller !== asked) await keepFiles();
    });
  });
  await keepFiles();
}

/** Stores what is missing of the page; also the way to try again. One call at a time: a second joins the first. */
export function keepFiles(): Promise<void> {
  return (keeping ??= keep().finally(() => (keeping = null)));
}

async function keep(): Promise<void> {
  updateSlice('offline', () => ({ phase: 'keeping' as const }));
  const ready = navigator.serviceWorker.ready.then(({ active }) => active);
  asked = await within(SILENCE_MS, ready, () => null);
  const problem = await askToKeep(asked);
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
function askToKeep(worker: ServiceWorker | null): Promise<string | null> {
  if (!worker) return Promise.resolve('the service worker did not start');
  const { port1, port2 } = new MessageChannel();
  const device = labStore.getState().session.report?.device.kind ?? null;
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout>;
    const end = (problem: string | null): void => {
      clearTimeout(timer);
      port1.close();
      resolve(problem);
    };
    // The browser stops a service worker when it likes, without a word.
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(end, SILENCE_MS, 'the service worker stopped answering');
    };
    port1.onmessage = (event) => {
      const answer = event.data as KeepAnswer;
      if (answer.state === 'storing') wait();
      else end(answer.state === 'failed' ? answer.reason : null);
    };
    wait();
    const message: OfflineMessage = { type: 'keep', device: device === 'webgpu' ? 'webgpu' : 'wasm' };
    worker.postMessage(message, [port2]);
  });
}
