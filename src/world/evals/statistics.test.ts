import { expect, test } from 'vitest';
import { meanOf, perPromptOf, rateOf, ratioOf, type Sample, valueOf } from './statistics.ts';

test('a rate has the binomial standard error', () => {
  expect(rateOf([true, true, true, false])).toEqual({ value: 0.75, se: Math.sqrt((0.75 * 0.25) / 4), n: 4 });
  expect(rateOf([true])).toEqual({ value: 1, se: 0, n: 1 });
  expect(rateOf([]).value).toBeNaN();
});

test('a mean has s/√n', () => {
  // 2, 4, 6: variance 4, s.e. 2/√3.
  const { value, se, n } = meanOf([2, 4, 6]);
  expect([value, n]).toEqual([4, 3]);
  expect(se).toBeCloseTo(2 / Math.sqrt(3), 12);
});

test('a ratio of sums knows that words of one text go together', () => {
  // Texts of 10 words with 10, 10, 0 hits: 2/3, and the s.e. of three values, not of thirty words.
  const parts = [10, 10, 0].map((hits) => ({ hits, total: 10 }));
  const { value, se, n } = ratioOf(parts);
  expect(value).toBeCloseTo(2 / 3, 12);
  expect(n).toBe(30);
  expect(se).toBeCloseTo(meanOf([1, 1, 0]).se, 12);
});

test.each<[string, Sample]>([
  ['a rate', { rate: [true, false, true, true] }],
  ['a mean', { mean: [2, 4, 6, 9] }],
  [
    'a ratio',
    {
      ratio: [
        [3, 10],
        [0, 4],
        [7, 9],
        [1, 20],
      ].map(([hits = 0, total = 0]) => ({ hits, total })),
    },
  ],
])('numbers by prompt have the value of %s as their mean, and its standard error', (_, sample) => {
  const { value, se } = valueOf(sample);
  const numbers = meanOf(perPromptOf(sample));
  expect(numbers.value).toBeCloseTo(value, 12);
  // A rate's is binomial: n, not n − 1.
  expect(numbers.se).toBeCloseTo('rate' in sample ? se * Math.sqrt(4 / 3) : se, 12);
});
