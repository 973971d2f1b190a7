/**
 * ONNX Runtime's CPU provider in WebAssembly. The same WebAssembly runs in the page (wasmBrowser.ts) and in Node
 * (wasmNode.ts); they differ in the JavaScript that loads it, which is handed in.
 */
import type { Env } from 'onnxruntime-common';
import { DeviceError } from '../../errors.ts';
import { Graph } from '../autodiff/graph.ts';
import * as ops from '../autodiff/ops.ts';
import type { Executor } from './executor.ts';
import { type OrtModule, hostExecutor } from './ortHost.ts';

/** Where onnxruntime-web finds its own files; the page serves them from its own origin, Node finds them by itself. */
export interface OrtAssets {
  readonly mjs: string;
  readonly wasm: string;
}

export interface WasmOptions {
  readonly threads: number;
  /** Needed in the page, not in Node. */
  readonly assets?: OrtAssets;
}

/**
 * The first call in a process decides the number of threads: onnxruntime-web starts its WebAssembly once.
 * @throws DeviceError when that fails, or another number of threads runs already
 */
export async function openWasmWith(
  ort: OrtModule & { readonly env: Env },
  { threads, assets }: WasmOptions,
): Promise<Executor> {
  if (openedWith !== undefined && openedWith !== threads) {
    throw new DeviceError(
      `wasm runs with ${openedWith} thread(s) in this worker already; it can't change to ${threads}. Start a new worker.`,
    );
  }
  openedWith = threads;
  ort.env.wasm.numThreads = threads;
  if (assets) ort.env.wasm.wasmPaths = { ...assets };
  const label = `CPU (wasm, ${threads} thread${threads === 1 ? '' : 's'})`;
  const info = { kind: 'wasm', label, threads } as const;
  const executor = hostExecutor(ort, info, { executionProviders: ['wasm'], logSeverityLevel: 3 });
  await start(executor);
  return executor;
}

/** The WebAssembly starts with the first program. A device that can't start then isn't opened, instead of failing at its first work. */
async function start(executor: Executor): Promise<void> {
  const graph = new Graph();
  graph.output('y', ops.mul(graph.input('x', [1]), 2));
  const program = await executor.compile(graph, { name: 'ONNX Runtime' });
  await program.dispose();
}

let openedWith: number | undefined;
