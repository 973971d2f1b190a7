/**
 * The page's trainer and sampler: the only place that starts them. What is asked of them is in store/*Actions.ts.
 */
import { proxy, type Remote } from 'comlink';
import type {
  InitRequest,
  InitResult,
  LoadProgress,
  OnEvent,
  ReviewerApi,
  SamplerApi,
  Snapshot,
  TrainerApi,
} from '../../lab/run/protocol.ts';
import type { WorkerName } from '../store/state.ts';
import { copySnapshot, createKeptWeights, type KeptWeights } from './keptWeights.ts';
import { createWorkerHandle, type WorkerHandle } from './workerHandle.ts';

/** Weights of an idle sampler take tens of megabytes; it comes back in a second or two. */
const SAMPLER_IDLE_MS = 10 * 60_000;

export interface WorkerHooks {
  /** Asked anew for every new worker, so a changed device is picked up. */
  readonly initRequest: () => InitRequest;
  readonly onProgress: (worker: WorkerName, progress: LoadProgress) => void;
  readonly onStarting: (worker: WorkerName) => void;
  readonly onReady: (worker: WorkerName, result: InitResult) => void;
  /** @param restartInMs as WorkerOptions.onDeath says */
  readonly onDeath: (worker: WorkerName, restartInMs: number | null) => void;
}

export interface LabWorkers {
  readonly trainer: WorkerHandle<TrainerApi>;
  readonly sampler: WorkerHandle<SamplerApi & ReviewerApi>;
  readonly kept: KeptWeights;
  /** Gives the sampler the newest weights of a stage, also one that replaces it. */
  handOn(snapshot: Snapshot): Promise<void>;
}

/** Callbacks cross the boundary as proxies. */
export function eventProxy(onEvent: OnEvent): OnEvent {
  return proxy(onEvent);
}

export function createLabWorkers(hooks: WorkerHooks): LabWorkers {
  const kept = createKeptWeights();

  async function init(worker: WorkerName, api: Remote<TrainerApi> | Remote<SamplerApi>): Promise<void> {
    hooks.onStarting(worker);
    const report = proxy((progress: LoadProgress) => hooks.onProgress(worker, progress));
    // on the CPU the sampler leaves the other cores to training
    const request: InitRequest = worker === 'sampler' ? { ...hooks.initRequest(), ownThreads: 1 } : hooks.initRequest();
    hooks.onReady(worker, await api.init(request, report));
  }

  const trainer = createWorkerHandle<TrainerApi>({
    name: 'trainer',
    spawn: (name) =>
      new Worker(new URL('../../../workers/trainer.worker.ts', import.meta.url), { type: 'module', name }),
    init: (api) => init('trainer', api),
    onDeath: (_reason, restartInMs) => hooks.onDeath('trainer', restartInMs),
    idleTimeoutMs: null,
  });

  const sampler = createWorkerHandle<SamplerApi & ReviewerApi>({
    name: 'sampler',
    spawn: (name) =>
      new Worker(new URL('../../../workers/sampler.worker.ts', import.meta.url), { type: 'module', name }),
    init: async (api) => {
      await init('sampler', api);
      for (const snapshot of kept.all()) await api.setWeights(copySnapshot(snapshot));
    },
    onDeath: (_reason, restartInMs) => hooks.onDeath('sampler', restartInMs),
    idleTimeoutMs: SAMPLER_IDLE_MS,
  });

  return {
    trainer,
    sampler,
    kept,
    handOn(snapshot) {
      kept.keep(snapshot);
      return sampler.call((api) => api.setWeights(copySnapshot(snapshot)));
    },
  };
}
