import { expect, test } from 'vitest';
import { Random, deriveSeed } from './random.ts';

const moments = (values: readonly number[]) => {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return { mean, variance: values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length };
};
const draw = (count: number, next: () => number) => Array.from({ length: count }, next);

test('the same seed gives the same numbers, another seed others', () => {
  const [a, b, c] = [new Random(1), new Random(1), new Random(2)];
  const first = draw(100, () => a.uint32());
  expect(draw(100, () => b.uint32())).toEqual(first);
  expect(draw(100, () => c.uint32())).not.toEqual(first);
});

test('a stream goes on from its saved state', () => {
  const random = new Random(3);
  draw(10, () => random.normal());
  const resumed = new Random(random.state);
  expect(draw(10, () => resumed.normal())).toEqual(draw(10, () => random.normal()));
});

test('normal numbers have mean 0 and variance 1 (20,000 draws, 5 s.e.)', () => {
  const random = new Random(4);
  const normal = moments(draw(20_000, () => random.normal()));
  expect(Math.abs(normal.mean)).toBeLessThan(5 / Math.sqrt(20_000));
  expect(Math.abs(normal.variance - 1)).toBeLessThan(5 * Math.sqrt(2 / 20_000));
});

test('uniform numbers stay inside the open interval and integers below their bound', () => {
  const random = new Random(5);
  expect(draw(10_000, () => random.uniform()).every((x) => x > 0 && x < 1)).toBe(true);
  const short = draw(10_000, () => random.uniform23());
  expect(short.every((x) => x > 0 && x < 1 && Math.fround(x) === x)).toBe(true);
  const counts = new Array<number>(6).fill(0);
  for (const value of draw(60_000, () => random.int(6))) counts[value] = counts[value]! + 1;
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(5 * Math.sqrt(10_000));
});

test('a shuffle keeps the items and changes their order', () => {
  const items = Array.from({ length: 50 }, (_, i) => i);
  const shuffled = new Random(6).shuffle([...items]);
  expect(shuffled).not.toEqual(items);
  expect([...shuffled].sort((a, b) => a - b)).toEqual(items);
});

test('derived seeds differ by label and by parent', () => {
  const seeds = [
    deriveSeed(1, 'a'),
    deriveSeed(1, 'b'),
    deriveSeed(2, 'a'),
    deriveSeed(1, 'a', 0),
    deriveSeed(1, 'a', 1),
  ];
  expect(new Set(seeds).size).toBe(seeds.length);
  expect(deriveSeed(1, 'a')).toBe(seeds[0]);
});
