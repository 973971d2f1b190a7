/**
 * How the page is built and served. Cross-origin isolation (COOP and COEP) is what gives WebAssembly its threads, so both
 * servers send it. ORT is used in the form that fetches its WebAssembly from a given address: its files become plain
 * assets of this origin (workers/ortAssets.ts), and its own threads load ORT's file, not our worker's.
 */
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export default defineConfig({
  base: './',
  plugins: [react()],
  resolve: { conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions] },
  build: { target: 'es2023', chunkSizeWarningLimit: 1200, reportCompressedSize: false },
  worker: { format: 'es' },
  server: { headers: isolation },
  preview: { headers: isolation },
  optimizeDeps: { exclude: ['onnxruntime-web'] },
});
