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

/** auto is cpu. @throws DeviceError */
export async function openCliDevice({ device, threads }: DeviceOptions): Promise<Executor> {
  const count = threads ?? Math.min(4, availableParallelism());
  if (device === 'wasm') return (await import('../src/engine/runtime/wasmNode.ts')).openWasm({ threads: count });
  return (await import('../src/engine/runtime/native.ts')).openNative({ threads: count });
}
