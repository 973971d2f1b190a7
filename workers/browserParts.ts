/**
 * What a worker needs of the browser: a device and the model's files. A runtime is loaded when its device is opened.
 */
import { type DeviceFacts, type DeviceOpeners, openDevice } from '../src/lab/device.ts';
import { fetchModel } from '../src/lab/fetchModel.ts';
import { probeWebGpu } from '../src/lab/probeWebGpu.ts';
import type { WorkerParts } from '../src/lab/trainer.ts';
import { wasmAssets, webGpuAssets } from './ortAssets.ts';

const openers: DeviceOpeners = {
  async probe(): Promise<DeviceFacts> {
    return {
      webgpu: await probeWebGpu(),
      isCrossOriginIsolated: self.crossOriginIsolated,
      cores: navigator.hardwareConcurrency,
    };
  },
  async openWebGpu({ webgpu }) {
    const { openWebGpu } = await import('../src/engine/runtime/webgpu.ts');
    const label = `WebGPU · ${webgpu.description}`;
    return openWebGpu({
      assets: webGpuAssets,
      info: { kind: 'webgpu', label, threads: 1, isSoftware: webgpu.isSoftware },
    });
  },
  async openWasm({ threads }) {
    const { openWasm } = await import('../src/engine/runtime/wasmBrowser.ts');
    return openWasm({ threads, assets: wasmAssets });
  },
};

export function browserParts(): WorkerParts {
  return {
    open: ({ device, threads }) => openDevice(device, openers, threads),
    load: ({ modelsUrl, model }, onProgress) => fetchModel(modelsUrl, model, onProgress),
  };
}
