/**
 * The service worker. It does two things: every answer gets the headers of cross-origin isolation, so that WebAssembly has
 * its threads on hosts that send files and nothing else (GitHub Pages); and the built page is kept, so that it works
 * without a network after one visit.
 *
 * At the first visit it stores nothing until the page asks for it, which the page does once completions are on the screen.
 * A later version stores all of its files before it waits, and takes over only when the visitor reloads for it: an open
 * page never gets files of two versions. It asks no other origin for anything.
 *
 * It answers from what it keeps only while every core file is there. One that is not whole (storing was cut short, an entry
 * was evicted) lets the network answer, so that a page never comes without its scripts, and makes room for a newer version
 * at once.
 */
import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import type { KeepAnswer, OfflineMessage } from '../src/lab/offlineMessages.ts';
import { compressed, decompressed } from './compressedAnswers.ts';
import { type BuiltFile, divideFiles, plainUrl, storedUrl } from './offlineFiles.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: BuiltFile[] };

const { core, webGpu, onUse } = divideFiles(self.__WB_MANIFEST);
const scope = self.registration.scope;
const ON_USE_CACHE = `rlhf-lab-on-use-${scope}`;
/** Holds one empty answer while the version in use is whole. */
const STATE_CACHE = `rlhf-lab-state-${scope}`;
const WHOLE = new URL('whole', scope).href;

/** Asked anew at every navigation. */
let whole: Promise<boolean> | null = null;
/** Of the pages that wait for the files to be stored: told after each. */
const waiting = new Set<() => void>();
let installing: Promise<unknown> | null = null;

const precache = new PrecacheController({
  fallbackToNetwork: false,
  plugins: [
    {
      cacheWillUpdate: async ({ response }) => (response.ok ? compressed(response) : null),
      cacheDidUpdate: async () => tellStored(),
    },
  ],
});
precache.addToCacheList([...core]);
const keptOnUse = new Map([...webGpu, ...onUse].map((file) => [new URL(file.url, scope).href, storedUrl(file, scope)]));

self.addEventListener('install', (event) => {
  if (self.registration.active) event.waitUntil(keepNewVersion(event));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(takePlace(event));
});

self.addEventListener('message', (event) => {
  const message = event.data as OfflineMessage;
  if (message.type === 'takeOver') event.waitUntil(self.skipWaiting());
  else event.waitUntil(keep(event, message.device, event.ports[0]));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  // Chromium's developer tools ask so; fetch() would refuse.
  if (request.cache === 'only-if-cached' && request.mode !== 'same-origin') return;
  if (request.mode === 'navigate') whole = null;
  event.respondWith(answer(request).then(isolate));
});

async function keepNewVersion(event: ExtendableEvent): Promise<void> {
  // What is in use can't be relied on: nothing is lost by replacing it under an open page.
  if (!(await (await caches.open(STATE_CACHE)).match(WHOLE))) return self.skipWaiting();
  const hadWebGpu = (await (await caches.open(ON_USE_CACHE)).keys()).some(({ url }) => url.includes('.asyncify'));
  await precache.install(event);
  if (hadWebGpu) await keepWebGpu();
}

/** Files of the version before stay while another tab may still show it. */
async function takePlace(event: ExtendableEvent): Promise<void> {
  // Not waited for: Firefox ends this only once every worker of the page has answered, and wasm's threads sleep.
  void self.clients.claim();
  const tabs = await self.clients.matchAll({ type: 'window' });
  if (tabs.length > 1) return;
  await precache.activate(event);
  const cache = await caches.open(ON_USE_CACHE);
  const wanted = new Set(keptOnUse.values());
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
}

/** Every file stored says so on the port: the page waits as long as it hears something. */
async function keep(event: ExtendableEvent, device: 'webgpu' | 'wasm', port: MessagePort | undefined): Promise<void> {
  const say = (answer: KeepAnswer): void => port?.postMessage(answer);
  const onStored = (): void => say({ state: 'storing' });
  waiting.add(onStored);
  try {
    await (installing ??= precache.install(asInstall(event)).finally(() => (installing = null)));
    if (device === 'webgpu') await keepWebGpu();
    if (!(await (whole = checkWhole()))) throw new TypeError('the browser did not keep every file');
    say({ state: 'kept' });
  } catch (error) {
    say({ state: 'failed', reason: error instanceof Error ? error.message : String(error) });
  } finally {
    waiting.delete(onStored);
  }
}

/** The controller stores files only in an event of this name; the first visit's come later, in a message. */
function asInstall(event: ExtendableEvent): ExtendableEvent {
  return { type: 'install', waitUntil: (work: Promise<unknown>) => event.waitUntil(work) } as ExtendableEvent;
}

async function keepWebGpu(): Promise<void> {
  for (const { url } of webGpu) {
    await keepOnUse(new URL(url, scope).href);
    tellStored();
  }
}

function tellStored(): void {
  for (const tell of waiting) tell();
}

/** Whether every core file is stored; noted for the version that comes next. Asked only of the version in use. */
async function checkWhole(): Promise<boolean> {
  const stored = await (await caches.open(precache.strategy.cacheName)).keys();
  const addresses = new Set(stored.map(({ url }) => url));
  const isAllThere = [...precache.getURLsToCacheKeys().values()].every((address) => addresses.has(address));
  const state = await caches.open(STATE_CACHE);
  if (isAllThere) await state.put(WHOLE, new Response());
  else await state.delete(WHOLE);
  return isAllThere;
}

async function answer(request: Request): Promise<Response> {
  if (request.method !== 'GET' || !request.url.startsWith(scope)) return fetch(request);
  const url = plainUrl(request.url, scope);
  whole ??= checkWhole().catch(() => false);
  if (await whole) return (await kept(url)) ?? fetch(request);
  const response = await fetch(request).catch(() => undefined);
  if (response?.ok || response?.type === 'opaqueredirect') return response;
  return (await kept(url)) ?? response ?? Response.error();
}

async function kept(url: string): Promise<Response | undefined> {
  if (keptOnUse.has(url)) return keepOnUse(url);
  // A tab of the version before may ask for a file only that version had.
  const stored = (await precache.matchPrecache(url)) ?? (await caches.match(url));
  return stored && decompressed(stored);
}

/** From the cache, else fetched and put there. @returns a failed answer as it is, not stored */
async function keepOnUse(url: string): Promise<Response> {
  const address = keptOnUse.get(url) ?? url;
  const cache = await caches.open(ON_USE_CACHE);
  const stored = await cache.match(address);
  if (stored) return decompressed(stored);
  const response = await fetch(url);
  // A full disk is no reason to withhold the file.
  if (response.ok) await cache.put(address, compressed(response.clone())).catch(() => undefined);
  return response;
}

function isolate(response: Response): Response {
  // An opaque answer can't be rebuilt; the page asks for none.
  if (response.status === 0) return response;
  const headers = new Headers(response.headers);
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Embedder-Policy', 'require-corp');
  const { status, statusText } = response;
  const hasBody = ![101, 204, 205, 304].includes(status);
  return new Response(hasBody ? response.body : null, { status, statusText, headers });
}
