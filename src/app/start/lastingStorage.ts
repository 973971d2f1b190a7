/**
 * A browser may remove what a page stored when its disk is short, unless it has promised not to. It is asked once there is
 * something to lose: a finished stage. Some browsers ask the visitor.
 */
import { labStore, updateSlice } from '../store/store.ts';

export function askForLastingStorage(): void {
  const leave = labStore.subscribe(({ runs }) => {
    const hasFinished = Object.values(runs.current).some((id) => (runs.byId[id]?.nodeId ?? null) !== null);
    if (!hasFinished) return;
    leave();
    void ask();
  });
}

async function ask(): Promise<void> {
  // Absent over plain http and in older browsers.
  const manager = (navigator as { storage?: Partial<StorageManager> }).storage;
  const isLasting = (await manager?.persist?.().catch(() => false)) ?? false;
  updateSlice('offline', () => ({ isLasting }));
}
