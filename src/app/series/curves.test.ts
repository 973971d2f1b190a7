import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseTicks, TICK_TEXTS } from '../ui/charts/chartLook.ts';
import { buildRows, smoothedKey, valueUpTo } from './rows.ts';
import type { Curve } from '../../lab/curve.ts';
import { smooth } from './smooth.ts';
import { linearTicks, logTicks } from './ticks.ts';
import { estimateSecondsLeft } from './timeLeft.ts';

const line = (values: readonly number[]): Curve => values.map((value, step) => ({ step, value }));

describe('valueUpTo', () => {
  const rows = buildRows({ loss: line([5, 4, 3, 2]), heldout: [{ step: 1, value: 9 }] }, 0);

  it('is the value at a step', () => {
    expect(valueUpTo(rows, 2, 'loss')).toEqual({ step: 2, value: 3 });
  });

  it('is the last one before it where fewer steps are measured, and nothing before the first', () => {
    expect(valueUpTo(rows, 3, 'heldout')).toEqual({ step: 1, value: 9 });
    expect(valueUpTo(rows, 0, 'heldout')).toBeNull();
    expect(valueUpTo(rows, 3, 'kl')).toBeNull();
  });
});

describe('smooth', () => {
  it('leaves a constant alone, also at the very start', () => {
    for (const { value } of smooth(line([3, 3, 3, 3]), 0.9)) expect(value).toBeCloseTo(3, 12);
  });

  it('is the hand-worked bias-corrected average', () => {
    // weights 0.25 + 0.5 for (0, 1): (0.5·0·0.5 + 1·0.5) / 0.75
    expect(smooth(line([0, 1]), 0.5)[1]?.value).toBeCloseTo(0.5 / 0.75, 12);
  });

  it('forgets more over a gap: a missing step counts', () => {
    const near =
      smooth(
        [
          { step: 0, value: 0 },
          { step: 1, value: 1 },
        ],
        0.9,
      )[1]?.value ?? NaN;
    const far =
      smooth(
        [
          { step: 0, value: 0 },
          { step: 20, value: 1 },
        ],
        0.9,
      )[1]?.value ?? NaN;
    expect(far).toBeGreaterThan(near);
  });

  it('stays between the lowest and the highest value', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 1 }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        (values, amount) => {
          const [low, high] = [Math.min(...values) - 1e-9, Math.max(...values) + 1e-9];
          return smooth(line(values), amount).every(({ value }) => value >= low && value <= high);
        },
      ),
    );
  });
});

describe('buildRows', () => {
  it('joins metrics by step, and lacks what was not measured', () => {
    const rows = buildRows({ loss: line([3, 2]), 'eval/loss': [{ step: 1, value: 2.5 }] }, 0);
    expect(rows).toEqual([
      { step: 0, loss: 3, [smoothedKey('loss')]: 3 },
      { step: 1, loss: 2, [smoothedKey('loss')]: 2, 'eval/loss': 2.5, [smoothedKey('eval/loss')]: 2.5 },
    ]);
  });
});

describe('ticks', () => {
  it('are round and enclose the values', () => {
    expect(linearTicks(0.91, 3.08, 5)).toEqual([0, 1, 2, 3, 4]);
    expect(linearTicks(0, 1.5e-3, 2)).toEqual([0, 2e-3]);
    expect(logTicks(0.7, 3.1)).toEqual([0.5, 1, 2, 5]);
  });

  it('enclose any range', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1e3, noNaN: true }),
        fc.double({ min: 1e-6, max: 1e3, noNaN: true }),
        (a, b) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          for (const ticks of [linearTicks(low, high, 5), logTicks(low, high)]) {
            expect(ticks[0]).toBeLessThanOrEqual(low * (1 + 1e-9) + 1e-12);
            expect(ticks.at(-1)).toBeGreaterThanOrEqual(high * (1 - 1e-9) - 1e-12);
            expect(ticks.length).toBeLessThan(40);
          }
        },
      ),
    );
  });
});

describe('estimateSecondsLeft', () => {
  it('says nothing before it knows', () => {
    expect(estimateSecondsLeft([0, 100], 10)).toBeNull();
  });

  it('is the mean interval times what is left, a pause left out', () => {
    expect(estimateSecondsLeft([0, 100, 200, 300], 50)).toBeCloseTo(5, 9);
    expect(estimateSecondsLeft([0, 100, 200, 60_000, 60_100], 50)).toBeCloseTo(5, 9);
  });
});

describe('chooseTicks', () => {
  it('encloses a curve of more points than a call takes arguments', () => {
    const rows = buildRows({ loss: line(Array.from({ length: 200_000 }, (_, i) => (i % 10) / 10)) }, 0);
    const options = { isLogScale: false, isFromZero: true, count: 4 };
    const ticks = chooseTicks(rows, [{ key: 'loss' }], options);
    expect([ticks[0], ticks.at(-1)]).toEqual([0, 1]);
  });
});

it('ticks of small shares differ: a clip fraction of under 1 % is not "0 %" five times', () => {
  const ticks = chooseTicks([{ step: 0, x: 0.0037 }], [{ key: 'x' }], {
    isLogScale: false,
    isFromZero: true,
    count: 5,
  });
  expect(ticks.map(TICK_TEXTS.share)).toEqual(['0 %', '0.1 %', '0.2 %', '0.3 %', '0.4 %']);
  expect([0.5, 0.29, 1].map(TICK_TEXTS.share)).toEqual(['50 %', '29 %', '100 %']);
});
