/**
 * The parity tests' page: opens a device and runs the comparisons of parity.ts and decodingParity.ts when e2e/parity.spec.ts
 * asks. Served by Vite's development server in tests only; no part of the built app.
 */
import glue from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import binary from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import type { Primitive } from '../../engine/autodiff/primitives.ts';
import type { Executor } from '../../engine/runtime/executor.ts';
import { openWebGpu, probeWebGpu } from '../../engine/runtime/openExecutor.ts';
import { decodingComplaints, generateOnce, prompts, sampled, scoringError } from '../decodingParity.ts';
import { firstPpoUpdate, firstRewardSteps } from '../rlParity.ts';
import { comparePrimitive, compareTransformer, curveInParts, primitives, trainingCurve } from '../parity.ts';

const absolute = (url: string): string => new URL(url, location.href).href;

let executor: Executor | undefined;

function opened(): Executor {
  if (!executor) throw new Error('open a device first');
  return executor;
}

const parity = {
  primitives,
  probe: probeWebGpu,
  async open(isVerbose: boolean) {
    executor = await openWebGpu({ assets: { mjs: absolute(glue), wasm: absolute(binary) }, isVerbose });
    return executor.info;
  },
  comparePrimitive: (op: Primitive) => comparePrimitive(opened(), op),
  compareTransformer: () => compareTransformer(opened()),
  trainingCurve: (steps: number) => trainingCurve(opened(), steps),
  curveInParts: () => curveInParts(opened()),
  decodingComplaints: () => decodingComplaints(opened()),
  /** Compiles and runs every decoding graph once. */
  decodeOnce: () => generateOnce(opened(), { prompts, ...sampled, topP: 0.9 }, { topP: true }),
  scoringError: () => scoringError(opened()),
  firstPpoUpdate: () => firstPpoUpdate(opened()),
  firstRewardSteps: () => firstRewardSteps(opened(), 'meanPooled'),
};

export type ParityPage = typeof parity;

declare global {
  interface Window {
    parity?: ParityPage;
  }
}

window.parity = parity;
