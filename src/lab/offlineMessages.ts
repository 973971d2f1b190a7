/** What the page says to its service worker (workers/offline.worker.ts). Types only. */

export type OfflineMessage =
  /** Store everything the page needs on this device. Answered on the port: null, or why it could not be done. */
  | { readonly type: 'keep'; readonly device: 'webgpu' | 'wasm' }
  /** The waiting version replaces the one in use. */
  | { readonly type: 'takeOver' };

export type KeepAnswer = string | null;
