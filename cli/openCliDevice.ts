/**
 * The devices of the command line: native ONNX Runtime, or the page's own wasm in Node.
 */
import { availableParallelism } from 'node:os';
import type { Executor } from '../src/engine/runtime/executor.ts';
import type { CliDevice } from './arguments.ts';

export interface DeviceOptions {
  readonly device: CliDevice;
  readonly threads?: number;
}

/** As it will be, without opening it. */
export function describeCliDevice({ device, threads }: DeviceOptions, wasmThreads: number): string {
  const count = threads ?? (device === 'wasm' ? wasmThreads : Math.min(4, availableParallelism()));
  return `${device === 'wasm' ? 'CPU (wasm' : 'CPU (native'}, ${count} thread${count === 1 ? '' : 's'})`;
}

/**
 * auto is cpu.
 * @param wasmThreads what the experiment says, unless `threads` does · @throws DeviceError
 */
export async function openCliDevice({ device, threads }: DeviceOptions, wasmThreads?: number): Promise<Executor> {
  const count = threads ?? Math.min(4, availableParallelism());
  if (device === 'wasm') {
    const { openWasm } = await import('../src/engine/runtime/wasmNode.ts');
    return openWasm({ threads: threads ?? wasmThreads ?? count });
  }
  return (await import('../src/engine/runtime/native.ts')).openNative({ threads: count });
}
