import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  append,
  averageWindows,
  type Curve,
  drawEvenly,
  fromColumns,
  fromPairs,
  halve,
  last,
  MAX_POINTS,
} from './curve.ts';

const line = (values: readonly number[]): Curve => values.map((value, step) => ({ step, value }));
const count = (length: number) => Array.from({ length }, (_, i) => i);

describe('append', () => {
  it('keeps every point while they are few', () => {
    expect(append(line([1, 2]), [{ step: 2, value: 3 }])).toEqual(line([1, 2, 3]));
  });

  it('halves a long curve, keeps its ends and its order', () => {
    let curve: Curve = [];
    for (let step = 0; step < 5000; step++) curve = append(curve, [{ step, value: step }]);
    expect(curve.length).toBeLessThanOrEqual(MAX_POINTS);
    expect(curve.length).toBeGreaterThan(MAX_POINTS / 2 - 1);
    expect(curve[0]).toEqual({ step: 0, value: 0 });
    expect(last(curve)).toEqual({ step: 4999, value: 4999 });
    expect(curve.every(({ step }, index) => index === 0 || step > (curve[index - 1]?.step ?? step))).toBe(true);
  });
});

describe('shorter lists', () => {
  it('keep their first and last entry, in order, each once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 2, max: 60 }), (length, most) => {
        for (const kept of [halve(count(length)), drawEvenly(count(length), most)]) {
          expect([kept[0], kept.at(-1)]).toEqual([0, length - 1]);
          expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
        }
        expect(drawEvenly(count(length), most)).toHaveLength(Math.min(length, most));
      }),
    );
  });

  it('are drawn evenly', () => {
    expect(drawEvenly(count(5), 3)).toEqual([0, 2, 4]);
    expect(drawEvenly(count(10_001), 400).at(1)).toBe(25);
    expect(halve(count(4))).toEqual([0, 2, 3]);
  });
});

describe('averageWindows', () => {
  it('leaves a short curve, and takes means of a long one at the windows’ last steps', () => {
    expect(averageWindows(line([1, 2, 3]), 3)).toEqual(line([1, 2, 3]));
    // Windows of 2 and 3: (1 + 2) / 2, (3 + 4 + 8) / 3.
    expect(averageWindows(line([1, 2, 3, 4, 8]), 2)).toEqual([
      { step: 1, value: 1.5 },
      { step: 4, value: 5 },
    ]);
    expect(averageWindows([], 3)).toEqual([]);
  });
});

it('curves are read from columns and from pairs', () => {
  const curve = [
    { step: 0, value: 2.5 },
    { step: 3, value: 1 },
  ];
  expect(fromColumns(Float64Array.of(0, 3), Float64Array.of(2.5, 1))).toEqual(curve);
  expect(
    fromPairs([
      [0, 2.5],
      [3, 1],
    ]),
  ).toEqual(curve);
});
