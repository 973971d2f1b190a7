/** wasm in Node, for the CLI, tests and benchmarks: the page's WebAssembly without the page. */
import * as ort from 'onnxruntime-web';
import type { Executor } from './executor.ts';
import { type WasmOptions, openWasmWith } from './wasm.ts';

export const openWasm = (options: WasmOptions): Promise<Executor> => openWasmWith(ort, options);
