import { expect, test } from 'vitest';
import { planEvenly, planMinibatches, readWhole, toSlots } from './minibatches.ts';

const sequence = (prompt: number, completion: number, name = 0) => ({
  promptIds: new Array<number>(prompt).fill(5),
  completionIds: new Array<number>(completion).fill(name),
});
const shape = { batch: 2, length: 8, slots: 10 };

test('every sequence stands in exactly one batch, and no row, slot or batch overflows', () => {
  const sequences = Array.from({ length: 23 }, (_, i) => sequence(1 + (i % 4), 1 + (i % 5), i));
  const plans = planEvenly(sequences, shape);
  expect(plans.flat(2).sort((a, b) => a.completionIds[0]! - b.completionIds[0]!)).toEqual(sequences);
  for (const plan of plans) {
    expect(plan.length).toBeLessThanOrEqual(shape.batch);
    for (const row of plan) {
      expect(
        row.reduce((sum, one) => sum + one.promptIds.length + one.completionIds.length - 1, 0),
      ).toBeLessThanOrEqual(8);
    }
    expect(plan.flat().reduce((sum, one) => sum + one.completionIds.length, 0)).toBeLessThanOrEqual(shape.slots);
  }
  const sizes = plans.map((plan) => plan.flat().length);
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
});

test('tens of thousands of sequences are planned in a moment', () => {
  const sequences = Array.from({ length: 65_536 }, (_, i) => sequence(8 + (i % 15), 5 + ((i * 7) % 30), i));
  const startedAt = performance.now();
  const plans = planEvenly(sequences, { batch: 8, length: 128, slots: 640 });
  expect(plans.flat(2)).toHaveLength(sequences.length);
  // Many seconds pass where every number of batches is tried on all of them.
  expect(performance.now() - startedAt).toBeLessThan(5000);
});

test('as many batches as asked for, but never more than sequences', () => {
  expect(planEvenly([sequence(1, 1), sequence(1, 1), sequence(1, 1)], shape, 2)).toHaveLength(2);
  expect(planEvenly([sequence(1, 1)], shape, 4)).toHaveLength(1);
});

test('minibatches are exactly as many as asked for, and each is dealt evenly to as few batches as hold it', () => {
  const sequences = Array.from({ length: 13 }, (_, i) => sequence(2, 4, i));
  const minibatches = planMinibatches(sequences, shape, 3);
  expect(minibatches).toHaveLength(3);
  const held = minibatches.map((batches) => batches.flat(2));
  expect(held.map((own) => own.length)).toEqual([5, 4, 4]);
  expect(held.flat().sort((a, b) => a.completionIds[0]! - b.completionIds[0]!)).toEqual(sequences);
  // ten slots hold two completions of four
  expect(minibatches.map((batches) => batches.length)).toEqual([3, 2, 2]);
  expect(planMinibatches(sequences.slice(0, 2), shape, 3)).toHaveLength(2);
});

test('long sequences find their rows first, so that short ones fill them up', () => {
  const lengths = [2, 2, 4, 4].map((completion) => sequence(2, completion));
  // as they come, 3 + 3 of 8 places would leave room for only one of the two of 5
  expect(planEvenly(lengths, { ...shape, slots: 12 })).toHaveLength(1);
});

test('a minibatch that fits one batch is that batch', () => {
  const sequences = [sequence(1, 2), sequence(2, 3)];
  expect(planMinibatches(sequences, shape, 1)).toEqual([planEvenly(sequences, shape)]);
});

test('what just fits is taken: a row full to its last place, and all slots', () => {
  const full = [sequence(4, 5), sequence(4, 5)];
  expect(planEvenly(full, shape)).toHaveLength(1);
  expect(planEvenly(full, { ...shape, slots: 9 })).toHaveLength(2);
  expect(planEvenly(full, { ...shape, length: 9 })).toHaveLength(1);
  expect(planEvenly([sequence(1, 5)], { ...shape, slots: 5 })).toHaveLength(1);
  expect(() => planEvenly([sequence(1, 6)], { ...shape, slots: 5 })).toThrow(/don't fit/);
});

test('a sequence longer than a row is refused with its lengths', () => {
  expect(() => planEvenly([sequence(6, 4)], shape)).toThrow(
    /a prompt of 6 and a completion of 4 tokens don't fit a row of 8/,
  );
});

test('values go to the slots in the order of the rows', () => {
  const [a, b] = [sequence(1, 2, 1), sequence(2, 3, 2)];
  const plan = [[a], [b]];
  const slots = toSlots(plan, 6, (one) => one.completionIds.map((id, t) => 10 * id + t));
  expect(Array.from(slots)).toEqual([10, 11, 20, 21, 22, 0]);
});

test('read whole, a completion has a slot at each of its own tokens', () => {
  expect(readWhole({ promptIds: [5, 6], completionIds: [7, 8, 0] }, 1)).toEqual({
    promptIds: [5, 6, 7],
    completionIds: [8, 0, 1],
  });
});
