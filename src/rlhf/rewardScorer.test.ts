import { expect, test } from 'vitest';
import type { HostTensor } from '../engine/tensor/hostTensor.ts';
import { featuresOf, judgedText, rewardFeeds } from './rewardScorer.ts';

const PAD = 1;
const shape = { batch: 2, length: 6, slots: 6, sequences: 3 };
const one = judgedText({ promptIds: [2, 3], completionIds: [4, 0] }, [-1, -3], PAD);
const other = judgedText({ promptIds: [2], completionIds: [5, 6, 0] }, [-2, -2, -5], PAD);
const plan = [[one], [other]];
/** The second text's score comes first. */
const rowOf = (text: typeof one) => (text === one ? 2 : 0);

const numbers = (value: unknown) =>
  Array.from((value as HostTensor).data, Number).map((x) => Math.round(1e4 * x) / 1e4);

test('features are eight times the mean and the sum of the log-probs; nothing yet has none', () => {
  expect(featuresOf([-1, -3])).toEqual([-16, -4]);
  expect(featuresOf([]).map(Math.abs)).toEqual([0, 0]);
});

test('mean-pooled, a text’s row weighs its own tokens alike and carries its features', () => {
  const { pool, features } = rewardFeeds(plan, rowOf, shape, 'meanPooled', PAD);
  expect(numbers(pool)).toEqual([
    ...[0, 0, 0.3333, 0.3333, 0.3333, 0],
    ...[0, 0, 0, 0, 0, 0],
    ...[0.5, 0.5, 0, 0, 0, 0],
  ]);
  expect(numbers(features)).toEqual([-24, -9, 0, 0, -16, -4]);
});

test('the other head reads the last token alone', () => {
  const { pool } = rewardFeeds(plan, rowOf, shape, 'lastToken', PAD);
  expect(numbers(pool)).toEqual([...[0, 0, 0, 0, 1, 0], ...[0, 0, 0, 0, 0, 0], ...[0, 1, 0, 0, 0, 0]]);
});

test('a text is read whole: every token of the completion is an input, with a slot of its own', () => {
  const { tokens, slotRows } = rewardFeeds(plan, rowOf, shape, 'lastToken', PAD);
  expect(numbers(tokens)).toEqual([2, 3, 4, 0, 1, 1, 2, 5, 6, 0, 1, 1]);
  expect(numbers(slotRows).slice(0, 5)).toEqual([2, 3, 7, 8, 9]);
});
