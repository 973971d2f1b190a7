import { describe, expect, it } from 'vitest';
import { intervalOf } from './interval.ts';

describe('intervalOf', () => {
  it('is 1.96 standard errors each way, a share within 0…1', () => {
    expect(intervalOf({ value: 0.5, se: 0.1, n: 25 }, 'reward')).toEqual([0.304, 0.696]);
    expect(intervalOf({ value: 0.95, se: 0.05, n: 19 }, 'share')?.[1]).toBe(1);
    expect(intervalOf({ value: -0.9, se: 0.1, n: 9 }, 'reward')?.[0]).toBeCloseTo(-1.096, 12);
  });

  it('is Wilson’s for none or all of n, and none without an error', () => {
    const [low, high] = intervalOf({ value: 0, se: 0, n: 10 }, 'share')!;
    expect(low).toBe(0);
    // z² / (n + z²) = 3.8416 / 13.8416
    expect(high).toBeCloseTo(0.27754, 5);
    expect(intervalOf({ value: 0.3, se: 0, n: 1 }, 'share')).toBeNull();
    expect(intervalOf({ value: 4, se: 0, n: 1 }, 'tokens')).toBeNull();
  });
});
