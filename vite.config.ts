/**
 * How the page is built and served. Cross-origin isolation (COOP and COEP) is what gives WebAssembly its threads, so both
 * servers send it. ORT is used in the form that fetches its WebAssembly from a given address: its files become plain
 * assets of this origin (workers/ortAssets.ts), and its own threads load ORT's file, not our worker's.
 * The build lists its files for the service worker (workers/offline.worker.ts), which `vite dev` goes without.
 */
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { contentSecurityPolicy, contentSecurityPolicyInPage } from './scripts/contentSecurityPolicy.ts';

const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** Zod and its setting are one file, so that the setting is there before the first schema is made. */
const chunks = {
  output: { codeSplitting: { groups: [{ name: 'zod', test: /node_modules\/zod\/|\/src\/lab\/withoutEval\.ts$/ }] } },
};

/** The largest file is ORT with WebGPU, 27 MB: kept only where WebGPU is used (workers/offlineFiles.ts). */
const LARGEST_FILE_BYTES = 40e6;

/** No part of a worker imports the worker's own file: WebKit would run that a second time, and two would answer each call. */
const ownEntry: Plugin = {
  name: 'own-worker-entry',
  options: (options) => ({ ...options, preserveEntrySignatures: 'strict' }),
};

export default defineConfig({
  base: './',
  plugins: [
    react(),
    contentSecurityPolicyInPage(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'workers',
      filename: 'offline.worker.ts',
      // The page registers it itself, when completions are on the screen.
      injectRegister: false,
      manifest: false,
      injectManifest: {
        globPatterns: ['**/*'],
        globIgnores: ['models/tiny/**'],
        maximumFileSizeToCacheInBytes: LARGEST_FILE_BYTES,
        rollupFormat: 'iife',
      },
    }),
  ],
  resolve: { conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions] },
  // light-dark() stays as it is: rewritten for older browsers, a part of the page could not choose its own colours.
  build: {
    target: 'es2023',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    chunkSizeWarningLimit: 1200,
    // The content security policy lets nothing be fetched from data: addresses.
    assetsInlineLimit: 0,
    rolldownOptions: chunks,
    reportCompressedSize: false,
  },
  worker: { format: 'es', plugins: () => [ownEntry], rolldownOptions: chunks },
  server: { headers: isolation },
  preview: { headers: { ...isolation, 'Content-Security-Policy': contentSecurityPolicy } },
  optimizeDeps: { exclude: ['onnxruntime-web'] },
});
