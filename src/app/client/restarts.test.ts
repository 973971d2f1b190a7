import { expect, test } from 'vitest';
import { Restarts } from './restarts.ts';

test('a worker that dies again and again is replaced three times, later each time, and then no more', () => {
  const restarts = new Restarts();
  const [first, second, third, ...rest] = Array.from({ length: 6 }, () => restarts.afterDeath());
  expect(first).toBe(0);
  expect(second).toBeGreaterThan(0);
  expect(third).toBeGreaterThan(second!);
  expect(rest).toEqual([null, null, null]);
});

test('work that was done makes earlier deaths count no more', () => {
  const restarts = new Restarts();
  for (let death = 0; death < 4; death++) restarts.afterDeath();
  restarts.forget();
  expect(restarts.afterDeath()).toBe(0);
});
