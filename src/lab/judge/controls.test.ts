import { describe, expect, it } from 'vitest';
import { bestOfKl } from './controls.ts';

describe('the best of n', () => {
  it('of one is where it was; of four, log 4 − ¾ nats away at most', () => {
    expect(bestOfKl(1)).toBe(0);
    expect(bestOfKl(4)).toBeCloseTo(1.386294 - 0.75, 6);
  });
});
