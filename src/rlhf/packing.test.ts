import { expect, test } from 'vitest';
import { countSlots, countTargets, countTokens, layOutBatch, planBatches, planOnce } from './packing.ts';
import type { TokenizedExample } from './recipe.ts';

const example = (prompt: number[], completion: number[]): TokenizedExample => ({
  promptIds: prompt,
  completionIds: completion,
});
const options = { batchSize: 2, sequenceLength: 6, packing: true, padId: 1 };

test('two examples share a row as segments of their own; only completion tokens are targets', () => {
  const plan = [[example([5, 6], [7, 0]), example([8], [9, 0])], [example([2, 3, 4], [0])]];
  const batch = layOutBatch(plan, { batch: 2, length: 6, slots: 6 }, 1);
  expect(Array.from(batch.tokens)).toEqual([5, 6, 7, 8, 9, 1, 2, 3, 4, 1, 1, 1]);
  expect(Array.from(batch.positions)).toEqual([0, 1, 2, 0, 1, 0, 0, 1, 2, 0, 0, 0]);
  expect(Array.from(batch.segments)).toEqual([1, 1, 1, 2, 2, 0, 1, 1, 1, 0, 0, 0]);
  expect(Array.from(batch.slotRows)).toEqual([1, 2, 3, 4, 8, 0]);
  expect(Array.from(batch.targets)).toEqual([7, 0, 9, 0, 0, 0]);
  expect(Array.from(batch.weights)).toEqual([1, 1, 1, 1, 1, 0]);
  expect([countTargets(plan), countTokens(plan)]).toEqual([5, 8]);
});

test('a forced token is read and has its place, but is no target', () => {
  const forced = { promptIds: [5, 6], completionIds: [7, 8, 9, 0], completionMask: [1, 0, 0, 1] };
  const plan = [[forced], [example([2], [0])]];
  const batch = layOutBatch(plan, { batch: 2, length: 6, slots: 6 }, 1);
  expect(Array.from(batch.tokens)).toEqual([5, 6, 7, 8, 9, 1, 2, 1, 1, 1, 1, 1]);
  expect(Array.from(batch.slotRows)).toEqual([1, 2, 3, 4, 6, 0]);
  expect(Array.from(batch.targets)).toEqual([7, 8, 9, 0, 0, 0]);
  expect(Array.from(batch.weights)).toEqual([1, 0, 0, 1, 1, 0]);
  expect([countSlots(plan), countTargets(plan), countTokens(plan)]).toEqual([5, 3, 6]);
});

test('a mask that doesn’t fit its completion is refused', () => {
  const wrong = { ...example([2], [3, 0]), completionMask: [1] };
  expect(() => planOnce([wrong], options)).toThrow(/Example 1 has 2 completion tokens and the mask \[1\]/);
});

test('every epoch visits every example once, in another order, and the seed decides', () => {
  const examples = Array.from({ length: 12 }, (_, i) => example([i + 2], [0]));
  const oneARow = { ...options, batchSize: 3, packing: false };
  const ids = (seed: number) =>
    planBatches(examples, oneARow, 8, seed).map((plan) => plan.flat().map(({ promptIds }) => promptIds[0]!));
  const flat = ids(1).flat();
  const [first, second] = [flat.slice(0, 12), flat.slice(12)];
  expect([...first].sort((a, b) => a - b)).toEqual(examples.map(({ promptIds }) => promptIds[0]));
  expect([...second].sort((a, b) => a - b)).toEqual([...first].sort((a, b) => a - b));
  expect(second).not.toEqual(first);
  expect(ids(1)).toEqual(ids(1));
  expect(ids(2)).not.toEqual(ids(1));
});

test('packing fills rows; no row is longer than T', () => {
  const examples = Array.from({ length: 40 }, (_, i) => example([2, 3, 4].slice(0, 1 + (i % 3)), [5, 0]));
  for (const plan of planBatches(examples, options, 10, 3)) {
    for (const row of plan) {
      expect(
        row.reduce((sum, { promptIds, completionIds }) => sum + promptIds.length + completionIds.length - 1, 0),
      ).toBeLessThanOrEqual(6);
    }
    // the longest example takes 4 places, so no closed row has 4 left
    for (const row of plan) expect(countTokens([row])).toBeGreaterThanOrEqual(6 - 4 + 1);
  }
});

test('the held-out plan holds every example exactly once', () => {
  const examples = Array.from({ length: 7 }, (_, i) => example([i + 2, 3], [4, 0]));
  const planned = planOnce(examples, options).flatMap((plan) => plan.flat());
  expect(new Set(planned).size).toBe(7);
  expect(planned).toHaveLength(7);
});

test('held-out rows are filled to the last place before a new batch is begun', () => {
  // three places each: two a row, four a batch
  const examples = Array.from({ length: 7 }, (_, i) => example([i + 2, 3], [4, 0]));
  const rows = planOnce(examples, options).map((plan) => plan.map((row) => row.map(({ promptIds }) => promptIds[0])));
  expect(rows).toEqual([
    [
      [2, 3],
      [4, 5],
    ],
    [[6, 7], [8]],
  ]);
});

test('without packing every held-out example has a row of its own', () => {
  const examples = Array.from({ length: 5 }, (_, i) => example([i + 2], [0]));
  const plans = planOnce(examples, { ...options, packing: false });
  expect(plans.map((plan) => plan.map((row) => row.length))).toEqual([
    [1, 1],
    [1, 1],
    [1, 0],
  ]);
});

test('an example takes its tokens but the last, so one more than a row holds just fits', () => {
  expect(planOnce([example([2, 3, 4, 5], [6, 7, 0])], options)).toHaveLength(1);
  expect(() => planOnce([example([2, 3, 4, 5], [6, 7, 8, 0])], options)).toThrow(/at most 7 together/);
});

test('an example without a prompt or without a completion is refused', () => {
  expect(() => planOnce([example([], [3, 0])], options)).toThrow(/Example 1 has 0 prompt and 2 completion tokens/);
  expect(() => planOnce([example([3], [])], options)).toThrow(/Example 1 has 1 prompt and 0 completion tokens/);
});

test('an example that fits no row is named', () => {
  const examples = [example([2], [0]), example([2, 3, 4, 5, 6], [7, 8, 0])];
  expect(() => planBatches(examples, options, 1, 1)).toThrow(/Example 2 has 5 prompt and 3 completion tokens/);
  expect(() => planBatches([], options, 1, 1)).toThrow(/no examples/);
});
