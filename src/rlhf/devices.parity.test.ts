/** The first PPO update and reward-model steps give the same numbers on native ORT, on ORT-wasm and in float64. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Executor } from '../engine/runtime/executor.ts';
import { openInterpreter } from '../engine/runtime/interpreter.ts';
import { openNative } from '../engine/runtime/native.ts';
import { openWasm } from '../engine/runtime/wasmNode.ts';
import { firstPpoUpdate, firstRewardSteps, largestDifference } from '../testing/rlParity.ts';

const TOLERANCE = 1e-3;

let devices: readonly Executor[];
beforeAll(async () => {
  devices = [await openNative({ threads: 1 }), await openWasm({ threads: 1 }), openInterpreter()];
});
afterAll(async () => {
  for (const device of devices) await device.dispose();
});

test('the first PPO update, its value warm-up included', async () => {
  const [native, ...others] = await Promise.all(devices.map(firstPpoUpdate));
  expect(native!.metrics['0 objective/kl_exact']).toBeCloseTo(0, 5);
  expect(native!.metrics['1 policy/clipfrac_avg']).toBeGreaterThanOrEqual(0);
  for (const other of others) expect(largestDifference(native!, other)).toBeLessThan(TOLERANCE);
});

test.each(['lastToken', 'meanPooled'] as const)('reward-model steps with the %s head', async (head) => {
  const [native, ...others] = await Promise.all(devices.map((device) => firstRewardSteps(device, head)));
  expect(native!.metrics['1 loss']).toBeCloseTo(Math.LN2, 5);
  expect(native!.metrics['3 loss']).toBeLessThan(Math.LN2);
  for (const other of others) expect(largestDifference(native!, other)).toBeLessThan(TOLERANCE);
});
