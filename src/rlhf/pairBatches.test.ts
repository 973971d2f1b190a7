import { expect, test } from 'vitest';
import { type Pair, pairColumn, pairFeeds, pairRows, planPairs } from './pairBatches.ts';
import { poolMatrix, sumWeights } from './sequencePool.ts';

const shape = { batch: 2, length: 8, slots: 10, sequences: 6 };
const text = (length: number, id: number) => ({ promptIds: [5], completionIds: new Array<number>(length).fill(id) });
const pair = (id: number, chosen: number, rejected: number, isTie = false): Pair & { readonly id: number } => ({
  chosen: text(chosen, id),
  rejected: text(rejected, id),
  isTie,
  id,
});

test('every epoch holds every pair once, whole, in an order of its own, and batches are as full as they can be', () => {
  const pairs = Array.from({ length: 11 }, (_, id) => pair(id, 1 + (id % 4), 2 + (id % 3)));
  const batches = planPairs(pairs, shape, 2, 7);
  const ids = batches.flatMap((batch) => batch.pairs.map(({ id }) => id));
  const [first, second] = [ids.slice(0, 11), ids.slice(11)];
  expect([...first].sort((a, b) => a - b)).toEqual(pairs.map(({ id }) => id));
  expect([...second].sort((a, b) => a - b)).toEqual(pairs.map(({ id }) => id));
  expect(second).not.toEqual(first);
  for (const { pairs: own, plan } of batches) {
    expect(own.length).toBeLessThanOrEqual(3);
    const texts = new Set(own.flatMap(({ chosen, rejected }) => [chosen, rejected]));
    expect(new Set(plan.flat())).toEqual(texts);
    expect(plan.flat()).toHaveLength(2 * own.length);
  }
  expect(batches.some(({ pairs: own }) => own.length > 1)).toBe(true);
});

test('at most S/2 pairs share a batch, however short they are', () => {
  const pairs = Array.from({ length: 7 }, (_, id) => pair(id, 1, 1));
  expect(planPairs(pairs, shape, 1, 1).map((batch) => batch.pairs.length)).toEqual([3, 3, 1]);
});

test('two texts that each fit a row, but not together the slots, are refused with their lengths', () => {
  expect(() => planPairs([pair(0, 7, 6)], shape, 1, 1)).toThrow(
    /completions of 7 and 6 tokens don't fit one batch of 2 rows of 8/,
  );
});

test('no pairs make no batches', () => {
  expect(planPairs([], shape, 3, 1)).toEqual([]);
});

test('the chosen text of pair i stands in row 2i, the rejected one after it', () => {
  const [batch] = planPairs([pair(0, 1, 2), pair(1, 2, 1)], shape, 1, 3);
  const rowOf = pairRows(batch!);
  batch!.pairs.forEach(({ chosen, rejected }, i) => {
    expect([rowOf(chosen, 0), rowOf(rejected, 0)]).toEqual([2 * i, 2 * i + 1]);
  });
});

test('labels are 1, ½ for a tie; places without a pair weigh nothing', () => {
  const told = { ...pair(2, 1, 1), probability: 0.25 };
  const { labels, weights } = pairFeeds([pair(0, 1, 1), pair(1, 1, 1, true)], shape);
  expect(Array.from(labels!.data, Number)).toEqual([1, 0.5, 0]);
  expect(Array.from(weights!.data, Number)).toEqual([1, 1, 0]);
  expect(pairFeeds([told], shape)['labels']!.data[0]).toBe(0.25);
  expect(labels!.shape).toEqual([3, 1]);
  expect(Array.from(pairColumn([pair(4, 1, 1)], shape, ({ id }) => id).data, Number)).toEqual([4, 0, 0]);
});

test('a row of the pool weighs the slots of its own sequence, a forced token not at all', () => {
  const [a, b] = [text(2, 6), { ...text(3, 7), completionMask: [1, 0, 1] }];
  const pool = poolMatrix([[a], [b]], { ...shape, slots: 6, sequences: 3 }, (one) => (one === a ? 2 : 0), sumWeights);
  expect(pool.shape).toEqual([3, 6]);
  expect(Array.from(pool.data, Number)).toEqual([0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0]);
});
