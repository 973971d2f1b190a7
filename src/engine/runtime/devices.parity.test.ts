/**
 * The emitted ONNX on native ORT and on ORT-wasm equals the float64 interpreter: every primitive with its gradient
 * (generated from the gradient table), the whole transformer, and a 100-step run. WebGPU: e2e/parity.spec.ts.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openInterpreter } from './interpreter.ts';
import { comparePrimitive, compareTransformer, curveInParts, primitives, trainingCurve } from '../../testing/parity.ts';
import type { Executor } from './executor.ts';
import { openNative } from './native.ts';
import { openWasm } from './wasmNode.ts';

const TOLERANCE = 1e-4;
/** From the interpreter, so that two devices are within 1e-3 of each other. */
const CURVE_TOLERANCE = 5e-4;

const devices: readonly (readonly [name: string, open: () => Promise<Executor>])[] = [
  ['native', () => openNative({ threads: 1 })],
  ['wasm', () => openWasm({ threads: 1 })],
];

let reference: readonly number[] = [];
beforeAll(async () => {
  reference = await trainingCurve(openInterpreter());
});

it('the run that curves are compared on learns something', () => {
  expect(reference).toHaveLength(100);
  expect(reference.at(-1)!).toBeLessThan(reference[0]! - 0.5);
});

describe.each(devices)('%s', (_name, open) => {
  let executor: Executor;
  beforeAll(async () => {
    executor = await open();
  });
  afterAll(() => executor.dispose());

  it.each(primitives)('%s equals the interpreter', async (op) => {
    const rows = await comparePrimitive(executor, op);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => !(row.error <= TOLERANCE))).toEqual([]);
  });

  it('the transformer’s loss and every gradient equal the interpreter’s', async () => {
    const rows = await compareTransformer(executor);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter((row) => !(row.error <= TOLERANCE))).toEqual([]);
  });

  it('a 100-step run gives the interpreter’s curve', async () => {
    const curve = await trainingCurve(executor);
    curve.forEach((loss, step) =>
      expect(Math.abs(loss - reference[step]!), `step ${step}`).toBeLessThan(CURVE_TOLERANCE),
    );
  });

  it('a run that adds up the gradients of two batches gives the interpreter’s curve', async () => {
    const expected = await curveInParts(openInterpreter());
    const curve = await curveInParts(executor);
    curve.forEach((loss, step) =>
      expect(Math.abs(loss - expected[step]!), `step ${step}`).toBeLessThan(CURVE_TOLERANCE),
    );
  });

  it('the same seed gives the same curve twice, to the last bit', async () => {
    expect(await trainingCurve(executor)).toEqual(await trainingCurve(executor));
  });
});
