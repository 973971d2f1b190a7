import { expect, test } from 'vitest';
import { judgeFall } from './goldProbe.ts';

test('the peak is chosen on even prompts, the fall measured on odd ones, in standard errors', () => {
  // even prompts peak at the second measurement; odd ones fall by 1, 2, 1, 2 from there: mean 1.5, sd .577, s.e. .289
  const golds = [
    [0, 0, 0, 0, 0, 0, 0, 0],
    [1, 3, 1, 3, 1, 3, 1, 3],
    [0, 2, 0, 1, 0, 2, 0, 1],
  ];
  const scores = golds.map((row, at) => row.map((_, i) => at + (i % 4) / 10));
  const evals = judgeFall(golds, scores);
  expect(evals['gold/fall']).toMatchObject({ value: 1.5, n: 4, se: expect.closeTo(0.2887, 3) as number });
  expect(evals['gold/fall_se']!.value).toBeCloseTo(5.196, 2);
  expect(evals['proxy/rise_se']!.value).toBeGreaterThan(2);
});

test('no fall where the last measurement is the peak', () => {
  const golds = [
    [0, 0, 1, 1],
    [2, 2, 2, 2],
  ];
  expect(judgeFall(golds, golds)['gold/fall_se']).toMatchObject({ value: 0 });
});
