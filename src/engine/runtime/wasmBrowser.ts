/** wasm in a worker of the page. */
import * as ort from 'onnxruntime-web/wasm';
import type { Executor } from './executor.ts';
import { type WasmOptions, openWasmWith } from './wasm.ts';

export const openWasm = (options: WasmOptions): Promise<Executor> => openWasmWith(ort, options);
