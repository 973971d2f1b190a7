/**
 * What a worker needs of the browser: a device and the model's files.
 */
import { createCheckTools } from '../src/lab/judge/checkTools.ts';
import { type DeviceOpeners, openDevice } from '../src/lab/model/device.ts';
import { fetchModel } from '../src/lab/model/fetchModel.ts';
import { createMemoryStorage, openIdbStorage } from '../src/lab/storage/labStorage.ts';
import { STORAGE_NAME } from '../src/lab/storage/name.ts';
import type { TrainerParts, WorkerParts } from '../src/lab/run/trainer.ts';
import { openWasm, openWebGpu, probeThreads, probeWebGpu } from '../src/engine/runtime/openExecutor.ts';
import { fetchDictionary } from './dictionary.ts';
import { wasmAssets, webGpuAssets } from './ortAssets.ts';

const openers: DeviceOpeners = {
  async probe() {
    return {
      webgpu: await probeWebGpu(),
      threads: probeThreads(),
      cores: navigator.hardwareConcurrency,
    };
  },
  openWebGpu: () => openWebGpu({ assets: webGpuAssets }),
  openWasm: ({ threads }) => openWasm({ threads, assets: wasmAssets }),
};

export function browserParts(): TrainerParts {
  let tools: ReturnType<WorkerParts['tools']> | null = null;
  let storage: ReturnType<TrainerParts['storage']> | null = null;
  return {
    tools: () =>
      (tools ??= fetchDictionary()
        .then(createCheckTools)
        // The next one who asks tries again.
        .catch((error: unknown) => {
          tools = null;
          throw error;
        })),
    storage: () => (storage ??= openIdbStorage(STORAGE_NAME).catch(createMemoryStorage)),
    open: ({ device, threads, ownThreads }) => openDevice(device, openers, threads, ownThreads),
    load: ({ modelsUrl, model }, onProgress) => fetchModel(modelsUrl, model, onProgress),
  };
}
