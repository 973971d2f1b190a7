/**
 * Where ORT's own files lie: assets of this origin, emitted by Vite. For `OrtWeb`'s `wasmPaths`; nothing is fetched from elsewhere.
 */
import glue from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import binary from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';

/** Absolute URLs, as `ort.env.wasm.wasmPaths` takes them. */
export const ortWasmPaths = {
  mjs: new URL(glue, import.meta.url).href,
  wasm: new URL(binary, import.meta.url).href,
};
