/** What the page says to its service worker (workers/offline.worker.ts). Types only. */

export type OfflineMessage =
  /** Store everything the page needs on this device. Answered on the port. */
  | { readonly type: 'keep'; readonly device: 'webgpu' | 'wasm' }
  /** The waiting version replaces the one in use. */
  | { readonly type: 'takeOver' };

/** `storing` after every file; then one of the others, once. */
export type KeepAnswer =
  { readonly state: 'storing' } | { readonly state: 'kept' } | { readonly state: 'failed'; readonly reason: string };
