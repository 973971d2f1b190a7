import { expect, test } from 'vitest';
import { baselineAccuracy, type JudgedPair, scoreAccuracy } from './rewardEvals.ts';

const pair = (goldGap: number, scoreGap: number, lengthGap: number): JudgedPair => ({
  goldGap,
  scoreGap,
  lengthGap,
  warmGap: 0,
});

test('agreement with gold is over pairs that gold tells apart', () => {
  // Right, right, wrong, tied score; the last two have no gold gap.
  const pairs = [
    pair(0.5, 2, 0),
    pair(-0.1, -1, 0),
    pair(0.2, -3, 0),
    pair(0.3, 0, 0),
    pair(0.05, 1, 0),
    pair(0, 1, 0),
  ];
  expect(scoreAccuracy(pairs)).toMatchObject({ value: 2.5 / 4, n: 4 });
  expect(scoreAccuracy([]).value).toBeNaN();
});

test('length alone: shorter wins where shorter is better on the other half', () => {
  // Gold prefers the shorter one in 5 of 6; the exception stands at place 2.
  const pairs = [1, 1, -1, 1, 1, 1].map((sign) => pair(0.4, 0, -5 * sign));
  expect(baselineAccuracy(pairs, 'lengthGap')).toMatchObject({ value: 5 / 6, n: 6 });
});

test('length alone is not fitted to the pairs it is measured on', () => {
  // Longer wins at even places, shorter at odd ones: each half chooses wrongly for the other.
  const pairs = [1, -1, 1, -1].map((sign) => pair(0.4, 0, 3 * sign));
  expect(baselineAccuracy(pairs, 'lengthGap').value).toBe(0);
  // Equal lengths say nothing.
  expect(baselineAccuracy([pair(1, 0, 0), pair(-1, 0, 0)], 'lengthGap').value).toBe(0.5);
});

test('a courtesy alone: it says nothing where both replies have one, or neither', () => {
  const warm = (warmGap: number) => ({ ...pair(0.4, 0, 0), warmGap });
  expect(baselineAccuracy([warm(1), warm(1), warm(0), warm(0)], 'warmGap').value).toBe(3 / 4);
});
