import { expect, test } from 'vitest';
import {
  computeGae,
  explainedVariance,
  klK1,
  klK2,
  klK3,
  klOfCompletion,
  leaveOneOut,
  mean,
  tokenRewards,
  variance,
  whiten,
} from './numerics.ts';

/** 3-rlhf-reference.md §3.2: π = (.7, .2, .1), ref = (.5, .3, .2), KL(π‖ref) = 0.0851. */
const policy = [0.7, 0.2, 0.1];
const reference = [0.5, 0.3, 0.2];
const expected = (estimator: (logr: number) => number) =>
  policy.reduce((total, p, i) => total + p * estimator(Math.log(reference[i]! / p)), 0);

test('k1 and k3 have the KL as their mean under the policy; k2 is near it', () => {
  expect(expected(klK1)).toBeCloseTo(0.0851, 4);
  expect(expected(klK3)).toBeCloseTo(0.0851, 4);
  // ½ Σ π (log π/ref)²: .35·.1132 + .1·.1644 + .05·.4805
  expect(expected(klK2)).toBeCloseTo(0.0801, 3);
});

test('k3 is never negative, k1 can be', () => {
  expect(klK1(0.3)).toBeLessThan(0);
  for (const logr of [-2, -0.1, 0, 0.1, 2]) expect(klK3(logr)).toBeGreaterThanOrEqual(0);
});

test('a completion’s KL is the sum over its tokens', () => {
  expect(klOfCompletion(klK1, [-1, -2], [-1.5, -1])).toBeCloseTo(-0.5, 12);
});

test('every token pays for its KL, the last one also gets the score', () => {
  expect(Array.from(tokenRewards(2, [-1, -2], [-1.5, -1], 0.1))).toEqual([
    expect.closeTo(-0.05, 6) as number,
    expect.closeTo(2.1, 6) as number,
  ]);
});

test('GAE by hand: three tokens, γ 0.9, λ 0.5', () => {
  // δ = (0 + .9·.5 − 1, 1 + .9·.25 − .5, 2 − .25) = (−.55, .725, 1.75); A₂ = 1.75, A₁ = .725 + .45·1.75, A₀ = −.55 + .45·A₁
  const { advantages, returns } = computeGae([0, 1, 2], [1, 0.5, 0.25], 0.9, 0.5);
  const expectedAdvantages = [0.130625, 1.5125, 1.75];
  expectedAdvantages.forEach((value, t) => expect(advantages[t]).toBeCloseTo(value, 6));
  expect(returns[0]).toBeCloseTo(1.130625, 6);
});

test('with γ = λ = 1 the return is the sum of the rewards to come', () => {
  const { returns } = computeGae([1, 2, 4], [9, -3, 0.5], 1, 1);
  expect(Array.from(returns)).toEqual([7, 6, 4]);
});

test('whitened values of all rows together have mean 0 and variance 1', () => {
  const flat = whiten([Float32Array.of(1, 2), Float32Array.of(3, 4, 10)]).flatMap((row) => Array.from(row));
  expect(mean(flat)).toBeCloseTo(0, 6);
  expect(variance(flat)).toBeCloseTo(1, 5);
});

test('explained variance: 1 for the returns themselves, 0 for their mean, negative for worse', () => {
  expect(explainedVariance([1, 2, 3], [1, 2, 3])).toBe(1);
  expect(explainedVariance([2, 2, 2], [1, 2, 3])).toBe(0);
  expect(explainedVariance([3, 2, 1], [1, 2, 3])).toBe(-3);
});

test('leave-one-out takes the mean of the others off each score', () => {
  expect(leaveOneOut([1, 2, 6])).toEqual([-3, -1.5, 4.5]);
});
