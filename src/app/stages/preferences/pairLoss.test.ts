import { expect, it } from 'vitest';
import { pairLoss, preferredShare } from './pairLoss.ts';

it('a difference of 0 is a coin toss, and costs ln 2 either way', () => {
  expect(preferredShare(0)).toBe(0.5);
  expect(pairLoss(0, false)).toBeCloseTo(Math.LN2, 12);
  expect(pairLoss(0, true)).toBeCloseTo(Math.LN2, 12);
});

it('the loss is −log P, and of a tie half of both', () => {
  const p = preferredShare(1.5);
  expect(pairLoss(1.5, false)).toBeCloseTo(-Math.log(p), 12);
  expect(pairLoss(-1.5, false)).toBeCloseTo(-Math.log(1 - p), 12);
  expect(pairLoss(1.5, true)).toBeCloseTo(-0.5 * (Math.log(p) + Math.log(1 - p)), 12);
});
