import { expect, test } from 'vitest';
import { exactCosSin, exactExp, exactExpm1, exactLog } from './exactMath.ts';
import { Random } from './random.ts';

/** Points over many magnitudes, seed 7. */
const random = new Random(7);
const points = Array.from({ length: 2000 }, () => (random.uniform() - 0.5) * 2 ** (random.int(16) - 6));

test('exp agrees with Math.exp to 2e-15 relative', () => {
  for (const x of points) expect(Math.abs(exactExp(x) / Math.exp(x) - 1), `x = ${x}`).toBeLessThan(2e-15);
  expect([exactExp(0), exactExp(-1000), exactExp(1000)]).toEqual([1, 0, Infinity]);
});

test('expm1 agrees with Math.expm1 to 2e-15 relative, also near 0', () => {
  for (const x of points.flatMap((point) => [point, point * 1e-6, point * 1e-12])) {
    expect(Math.abs(exactExpm1(x) / Math.expm1(x) - 1), `x = ${x}`).toBeLessThan(2e-15);
  }
  expect([exactExpm1(0), exactExpm1(-1000)]).toEqual([0, -1]);
});

test('log agrees with Math.log to 2e-15', () => {
  for (const x of points.map(Math.abs)) {
    expect(Math.abs(exactLog(x) - Math.log(x)), `x = ${x}`).toBeLessThan(2e-15 * Math.max(1, Math.abs(Math.log(x))));
  }
  expect([exactLog(1), exactLog(0)]).toEqual([0, -Infinity]);
});

test('cos and sin agree with Math to 1e-14, in every quadrant', () => {
  for (const x of points) {
    const [cos, sin] = exactCosSin(x);
    expect(Math.abs(cos - Math.cos(x)), `cos ${x}`).toBeLessThan(1e-14);
    expect(Math.abs(sin - Math.sin(x)), `sin ${x}`).toBeLessThan(1e-14);
  }
});

test('the bits are what they were: a changed digit changes every shared run', () => {
  expect(exactExp(1.25)).toBe(3.4903429574618414);
  expect(exactExpm1(0.1)).toBe(0.10517091807564763);
  expect(exactLog(10)).toBe(2.302585092994046);
  expect(exactCosSin(100)).toEqual([0.862318872287684, -0.5063656411097588]);
});
