/**
 * The slice of what the browser keeps: whether the page is stored for use without a network, whether a newer version of it
 * waits, and whether runs and checkpoints are safe from the browser's own cleaning.
 */
export interface OfflineState {
  /** `off`: no service worker here (`vite dev`, private windows). */
  readonly phase: 'off' | 'keeping' | 'kept' | 'failed';
  /** Why it could not be kept. */
  readonly problem: string | null;
  readonly hasUpdate: boolean;
  /** What the browser answered when it was asked to keep everything; null = not asked yet. */
  readonly isLasting: boolean | null;
}

export function noOffline(): OfflineState {
  return { phase: 'off', problem: null, hasUpdate: false, isLasting: null };
}
