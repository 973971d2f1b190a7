/** The slice of the service worker: whether the page is kept for use without a network, and whether a newer one waits. */
export interface OfflineState {
  /** `off`: no service worker here (`vite dev`, private windows). */
  readonly phase: 'off' | 'keeping' | 'kept' | 'failed';
  /** Why it could not be kept. */
  readonly problem: string | null;
  readonly hasUpdate: boolean;
}

export function noOffline(): OfflineState {
  return { phase: 'off', problem: null, hasUpdate: false };
}
