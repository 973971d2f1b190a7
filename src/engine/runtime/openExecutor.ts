/**
 * Opens a device in a worker of the page. The ORT build each needs is loaded only when it is asked for: the wasm one is
 * half the size of the WebGPU one.
 */
import type { DeviceInfo, Executor } from './executor.ts';
import type { OrtAssets, WasmOptions } from './wasm.ts';

export interface WebGpuFacts {
  readonly available: boolean;
  /** The adapter, "Apple M2"; or why there is none. */
  readonly description: string;
  readonly isSoftware: boolean;
}

export interface ThreadFacts {
  readonly available: boolean;
  /** Why wasm has only one; '' where it may have more. */
  readonly description: string;
}

/** Asked in the worker that will compute. ORT would go on with one thread by itself, without a word. */
export function probeThreads(): ThreadFacts {
  if (!crossOriginIsolated) return { available: false, description: 'this page is not cross-origin isolated' };
  try {
    // WebKitGTK has no such global although the page is isolated.
    new MessageChannel().port1.postMessage(new SharedArrayBuffer(1));
    return { available: true, description: '' };
  } catch {
    return { available: false, description: 'this browser has no shared memory for threads' };
  }
}

export async function probeWebGpu(): Promise<WebGpuFacts> {
  const absent = (description: string): WebGpuFacts => ({ available: false, description, isSoftware: false });
  // older browsers lack it, whatever the type says
  const gpu = navigator.gpu as GPU | undefined;
  if (!gpu) return absent('this browser has no WebGPU');
  try {
    const adapter = await gpu.requestAdapter();
    if (!adapter) return absent('the browser offers no GPU to this page');
    const { vendor, architecture, device, description } = adapter.info;
    const name = [description || device || architecture, vendor].filter((part) => part !== '').join(', ');
    const isSoftware = adapter.info.isFallbackAdapter || /swiftshader|llvmpipe|lavapipe|basic render/i.test(name);
    return { available: true, description: name === '' ? 'unnamed GPU' : name, isSoftware };
  } catch (cause) {
    return absent(`the browser refused the GPU: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

export async function openWasm(options: WasmOptions): Promise<Executor> {
  const module = await import('./wasmBrowser.ts');
  return module.openWasm(options);
}

export async function openWebGpu(
  options: { readonly assets?: OrtAssets; readonly isVerbose?: boolean } = {},
): Promise<Executor> {
  const { description, isSoftware } = await probeWebGpu();
  const info: DeviceInfo = { kind: 'webgpu', label: `WebGPU · ${description}`, threads: 1, isSoftware };
  const module = await import('./webgpu.ts');
  return module.openWebGpu({ ...options, info });
}
