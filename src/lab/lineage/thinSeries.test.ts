import { describe, expect, it } from 'vitest';
import { thinSeries } from './thinSeries.ts';

const curve = (count: number) => ({
  steps: Float64Array.from({ length: count }, (_, i) => i),
  values: Float64Array.from({ length: count }, (_, i) => i * 2),
});

describe('thinSeries', () => {
  it('keeps a short curve whole and a long one by its ends', () => {
    expect(thinSeries({ loss: curve(3) })['loss']).toEqual([
      { step: 0, value: 0 },
      { step: 1, value: 2 },
      { step: 2, value: 4 },
    ]);
    const long = thinSeries({ loss: curve(10_001) })['loss']!;
    expect(long).toHaveLength(400);
    expect([long[0], long.at(-1)]).toEqual([
      { step: 0, value: 0 },
      { step: 10_000, value: 20_000 },
    ]);
    expect(new Set(long.map(({ step }) => step)).size).toBe(400);
    expect(thinSeries({ loss: curve(5) }, 3)['loss']?.map(({ step }) => step)).toEqual([0, 2, 4]);
    expect(thinSeries({ empty: curve(0) })).toEqual({ empty: [] });
  });
});
