/**
 * The page's two workers: the only place that says `new Worker`. What is asked of them is in store/*Actions.ts.
 */
import { proxy, transfer, type Remote } from 'comlink';
import type {
  InitRequest,
  InitResult,
  LoadProgress,
  OnEvent,
  ReviewerApi,
  SamplerApi,
  TrainerApi,
  WeightSnapshot,
} from '../../lab/protocol.ts';
import type { WorkerName } from '../store/state.ts';
import { createWorkerHandle, type WorkerHandle } from './workerHandle.ts';

/** Weights of an idle sampler take tens of megabytes; it comes back in a second or two. */
const SAMPLER_IDLE_MS = 10 * 60_000;

export interface WorkerHooks {
  /** Asked anew for every new worker, so a changed device is picked up. */
  readonly initRequest: () => InitRequest;
  readonly onProgress: (worker: WorkerName, progress: LoadProgress) => void;
  readonly onStarting: (worker: WorkerName) => void;
  readonly onReady: (worker: WorkerName, result: InitResult) => void;
  readonly onDeath: (worker: WorkerName, reason: string) => void;
}

export interface LabWorkers {
  readonly trainer: WorkerHandle<TrainerApi>;
  readonly sampler: WorkerHandle<SamplerApi & ReviewerApi>;
  /** Keeps the newest weights of a checkpoint for the sampler, also for one that replaces it. */
  setWeights(snapshot: WeightSnapshot): Promise<void>;
  forgetWeights(): void;
}

/** Callbacks cross the boundary as proxies. */
export function eventProxy(onEvent: OnEvent): OnEvent {
  return proxy(onEvent);
}

export function createLabWorkers(hooks: WorkerHooks): LabWorkers {
  const weights = new Map<string, WeightSnapshot>();

  async function init(worker: WorkerName, api: Remote<TrainerApi> | Remote<SamplerApi>): Promise<void> {
    hooks.onStarting(worker);
    const report = proxy((progress: LoadProgress) => hooks.onProgress(worker, progress));
    // on the CPU the sampler leaves the other cores to training
    const request: InitRequest = worker === 'sampler' ? { ...hooks.initRequest(), threads: 1 } : hooks.initRequest();
    hooks.onReady(worker, await api.init(request, report));
  }

  const trainer = createWorkerHandle<TrainerApi>({
    name: 'trainer',
    spawn: (name) =>
      new Worker(new URL('../../../workers/trainer.worker.ts', import.meta.url), { type: 'module', name }),
    init: (api) => init('trainer', api),
    onDeath: (reason) => hooks.onDeath('trainer', reason),
    idleTimeoutMs: null,
  });

  const sampler = createWorkerHandle<SamplerApi & ReviewerApi>({
    name: 'sampler',
    spawn: (name) =>
      new Worker(new URL('../../../workers/sampler.worker.ts', import.meta.url), { type: 'module', name }),
    init: async (api) => {
      await init('sampler', api);
      for (const snapshot of weights.values()) await api.setWeights(toSend(snapshot));
    },
    onDeath: (reason) => hooks.onDeath('sampler', reason),
    idleTimeoutMs: SAMPLER_IDLE_MS,
  });

  return {
    trainer,
    sampler,
    setWeights(snapshot) {
      weights.set(snapshot.checkpointId, snapshot);
      return sampler.call((api) => api.setWeights(toSend(snapshot)));
    },
    forgetWeights: () => weights.clear(),
  };
}

/** A copy to give away: the original stays for a sampler that has to be replaced. */
function toSend(snapshot: WeightSnapshot): WeightSnapshot {
  const params = snapshot.params.slice();
  return transfer({ ...snapshot, params }, [params.buffer]);
}
