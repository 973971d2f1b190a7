import { expect, test } from 'vitest';
import { cosineRate, linearRate } from './schedule.ts';

const schedule = { peak: 2, totalSteps: 110, warmupSteps: 10, finalFraction: 0.1 };

test('it rises linearly, peaks, halves its way down and ends at the final share', () => {
  expect(cosineRate(schedule, 1)).toBeCloseTo(0.2, 12);
  expect(cosineRate(schedule, 10)).toBeCloseTo(2, 12);
  expect(cosineRate(schedule, 60)).toBeCloseTo(2 * 0.55, 12);
  expect(cosineRate(schedule, 110)).toBeCloseTo(0.2, 12);
});

test('without warm-up it starts near the peak, and past the end it stays at the final share', () => {
  expect(cosineRate({ ...schedule, warmupSteps: 0 }, 1)).toBeLessThanOrEqual(2);
  expect(cosineRate(schedule, 500)).toBeCloseTo(0.2, 12);
});

test('a straight line starts at the peak, passes halfway in the middle and ends at the final share', () => {
  const line = { peak: 2, totalSteps: 11, warmupSteps: 0, finalFraction: 0.1 };
  expect(linearRate(line, 1)).toBe(2);
  expect(linearRate(line, 6)).toBeCloseTo(2 * 0.55, 12);
  expect(linearRate(line, 11)).toBeCloseTo(0.2, 12);
  expect(linearRate({ ...line, totalSteps: 1 }, 1)).toBe(2);
  const warm = { ...line, totalSteps: 14, warmupSteps: 4 };
  expect([1, 2, 4].map((step) => linearRate(warm, step))).toEqual([0.5, 1, 2]);
  expect(linearRate(warm, 9)).toBeCloseTo(2 * 0.55, 12);
  expect(linearRate(warm, 14)).toBeCloseTo(0.2, 12);
});
