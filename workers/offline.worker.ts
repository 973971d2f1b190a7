/**
 * The service worker. It does two things: every answer gets the headers of cross-origin isolation, so that WebAssembly has
 * its threads on hosts that send files and nothing else (GitHub Pages); and the built page is kept, so that it works
 * without a network after one visit.
 *
 * At the first visit it stores nothing until the page asks for it, which the page does once completions are on the screen.
 * A later version stores all of its files before it waits, and takes over only when the visitor reloads for it: an open
 * page never gets files of two versions. It asks no other origin for anything.
 */
import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import type { KeepAnswer, OfflineMessage } from '../src/lab/offlineMessages.ts';
import { type BuiltFile, divideFiles, plainUrl, storedUrl } from './offlineFiles.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: BuiltFile[] };

const { core, webGpu, onUse } = divideFiles(self.__WB_MANIFEST);
const scope = self.registration.scope;
const ON_USE_CACHE = `rlhf-lab-on-use-${scope}`;

const precache = new PrecacheController({ fallbackToNetwork: false });
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
  event.respondWith(answer(request).then(isolate));
});

async function keepNewVersion(event: ExtendableEvent): Promise<void> {
  const hadWebGpu = (await (await caches.open(ON_USE_CACHE)).keys()).some(({ url }) => url.includes('.asyncify'));
  await precache.install(event);
  if (hadWebGpu) await keepWebGpu();
}

/** Files of the version before stay while another tab may still show it. */
async function takePlace(event: ExtendableEvent): Promise<void> {
  await self.clients.claim();
  const tabs = await self.clients.matchAll({ type: 'window' });
  if (tabs.length > 1) return;
  await precache.activate(event);
  const cache = await caches.open(ON_USE_CACHE);
  const wanted = new Set(keptOnUse.values());
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
}

async function keep(event: ExtendableEvent, device: 'webgpu' | 'wasm', port: MessagePort | undefined): Promise<void> {
  try {
    await precache.install(asInstall(event));
    if (device === 'webgpu') await keepWebGpu();
    port?.postMessage(null satisfies KeepAnswer);
  } catch (error) {
    port?.postMessage((error instanceof Error ? error.message : String(error)) satisfies KeepAnswer);
  }
}

/** The controller stores files only in an event of this name; the first visit's come later, in a message. */
function asInstall(event: ExtendableEvent): ExtendableEvent {
  return { type: 'install', waitUntil: (work: Promise<unknown>) => event.waitUntil(work) } as ExtendableEvent;
}

async function keepWebGpu(): Promise<void> {
  for (const { url } of webGpu) await keepOnUse(new URL(url, scope).href);
}

async function answer(request: Request): Promise<Response> {
  if (request.method !== 'GET' || !request.url.startsWith(scope)) return fetch(request);
  const url = plainUrl(request.url, scope);
  const kept = (await precache.matchPrecache(url)) ?? (keptOnUse.has(url) ? await keepOnUse(url) : undefined);
  // A tab of the version before may ask for a file only that version had.
  return kept ?? (await caches.match(url)) ?? fetch(request);
}

/** From the cache, else fetched and put there. @returns a failed answer as it is, not stored */
async function keepOnUse(url: string): Promise<Response> {
  const stored = keptOnUse.get(url) ?? url;
  const cache = await caches.open(ON_USE_CACHE);
  const kept = await cache.match(stored);
  if (kept) return kept;
  const response = await fetch(url);
  // A full disk is no reason to withhold the file.
  if (response.ok) await cache.put(stored, response.clone()).catch(() => undefined);
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
