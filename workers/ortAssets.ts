/**
 * Where ORT's own files lie: assets of this origin, emitted by Vite; nothing is fetched from elsewhere. The wasm build
 * (14 MB, 2.6 compressed) is fetched for the CPU, the larger one that also drives WebGPU only for WebGPU.
 */
import gpuGlue from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import gpuBinary from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import cpuGlue from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import cpuBinary from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';

const absolute = (url: string) => new URL(url, import.meta.url).href;

export const wasmAssets = { mjs: absolute(cpuGlue), wasm: absolute(cpuBinary) };
export const webGpuAssets = { mjs: absolute(gpuGlue), wasm: absolute(gpuBinary) };
