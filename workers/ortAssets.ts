/**
 * Where ORT's own files lie: assets of this origin, emitted by Vite. Nothing is fetched from elsewhere. The build without
 * WebGPU is half the size, so each device names its own.
 */
import webGpuGlue from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import webGpuBinary from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import wasmGlue from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import wasmBinary from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import type { OrtAssets } from '../src/engine/runtime/wasm.ts';

/** Absolute URLs, as ORT takes them: it would resolve relative ones against its own file. */
function assetsAt(mjs: string, wasm: string): OrtAssets {
  return { mjs: new URL(mjs, import.meta.url).href, wasm: new URL(wasm, import.meta.url).href };
}

export const wasmAssets = assetsAt(wasmGlue, wasmBinary);
export const webGpuAssets = assetsAt(webGpuGlue, webGpuBinary);
