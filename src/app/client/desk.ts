/** The page's third worker: judges labels and reads files, beside those that train and sample. Started by the first call. */
import { proxy, type Remote } from 'comlink';
import type { DeskApi, ReadingProgress } from '../../lab/desk/deskTypes.ts';
import { createWorkerHandle } from './workerHandle.ts';

/** Its dictionary takes some 30 MB. A file that was read is kept as long. */
const IDLE_MS = 30 * 60_000;

export interface Desk {
  /** @throws what the desk throws, DeviceError when it dies */
  call<Result>(work: (api: Remote<DeskApi>) => Promise<Result>): Promise<Result>;
  readOwnData(
    ...[file, name, kind, onProgress]: Parameters<DeskApi['readOwnData']>
  ): ReturnType<DeskApi['readOwnData']>;
}

/** @param modelUrl absolute URL of the model's folder, ending in '/'; asked when the worker starts */
export function createDeskClient(modelUrl: () => string): Desk {
  const handle = createWorkerHandle<DeskApi>({
    name: 'desk',
    spawn: (name) => new Worker(new URL('../../../workers/desk.worker.ts', import.meta.url), { type: 'module', name }),
    init: (api) => api.init(modelUrl()),
    // A call that was waiting is rejected and says so; the next one starts a new worker.
    onDeath: () => undefined,
    idleTimeoutMs: IDLE_MS,
  });
  return {
    call: (work) => handle.call(work),
    readOwnData: (file, name, kind, onProgress) => {
      const report = proxy((progress: ReadingProgress) => onProgress(progress));
      return handle.call((api) => api.readOwnData(file, name, kind, report));
    },
  };
}
