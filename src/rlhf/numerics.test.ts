import { expect, test } from 'vitest';
import {
  adaptKlCoef,
  computeGae,
  explainedVariance,
  klK1,
  klK2,
  klK3,
  klOfCompletion,
  largest,
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

const mask = [1, 0, 1];

test('a forced token counts in no KL', () => {
  expect(klOfCompletion(klK1, [-1, -7, -2], [-1.5, -1, -1], mask)).toBeCloseTo(-0.5, 12);
});

test('a forced token is neither paid nor charged: the score goes to the last token that counts', () => {
  const logprobs = [-1, -2, -7];
  const refLogprobs = [-1.5, -1, -1];
  expect(Array.from(tokenRewards(2, logprobs, refLogprobs, 0.1, [1, 1, 0]))).toEqual([
    expect.closeTo(-0.05, 6) as number,
    expect.closeTo(2.1, 6) as number,
    0,
  ]);
  expect(Array.from(tokenRewards(2, logprobs, refLogprobs, 0, [1, 0, 0]))).toEqual([2, 0, 0]);
});

test('GAE by hand: three tokens, γ 0.9, λ 0.5', () => {
  // δ = (0 + .9·.5 − 1, 1 + .9·.25 − .5, 2 − .25) = (−.55, .725, 1.75); A₂ = 1.75, A₁ = .725 + .45·1.75, A₀ = −.55 + .45·A₁
  const { advantages, returns } = computeGae([0, 1, 2], [1, 0.5, 0.25], 0.9, 0.5);
  const expectedAdvantages = [0.130625, 1.5125, 1.75];
  expectedAdvantages.forEach((value, t) => expect(advantages[t]).toBeCloseTo(value, 6));
  expect(returns[0]).toBeCloseTo(1.130625, 6);
});

test('GAE passes over a forced token as if the world had moved on by itself', () => {
  // The forced one lies between the two actions: its value 9 is never read.
  const { advantages, returns } = computeGae([1, 0, 2], [1, 9, 0.25], 0.9, 0.5, mask);
  const alone = computeGae([1, 2], [1, 0.25], 0.9, 0.5);
  // A₂ = 2 − .25 = 1.75, A₀ = 1 + .9·.25 − 1 + .45·1.75
  expect(Array.from(advantages)).toEqual([expect.closeTo(1.0125, 6) as number, 0, 1.75]);
  expect([advantages[0], advantages[2]]).toEqual(Array.from(alone.advantages));
  expect(Array.from(returns)).toEqual([alone.returns[0], 9, alone.returns[1]]);
});

test('a completion that ends with forced tokens ends for GAE with its last own one', () => {
  const { advantages } = computeGae([1, 2, 0], [0.5, 0.25, 9], 0.9, 0.5, [1, 1, 0]);
  expect(Array.from(advantages)).toEqual([...computeGae([1, 2], [0.5, 0.25], 0.9, 0.5).advantages, 0]);
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

test('forced tokens neither enter the whitening nor are whitened', () => {
  const rows = [Float32Array.of(1, 0, 2), Float32Array.of(3, 4, 10)];
  const [first, second] = whiten(rows, [mask, undefined]);
  const [left, right] = whiten([Float32Array.of(1, 2), Float32Array.of(3, 4, 10)]);
  expect(Array.from(first!)).toEqual([left![0], 0, left![1]]);
  expect(second).toEqual(right);
});

test('explained variance: 1 for the returns themselves, 0 for their mean, negative for worse', () => {
  expect(explainedVariance([1, 2, 3], [1, 2, 3])).toBe(1);
  expect(explainedVariance([2, 2, 2], [1, 2, 3])).toBe(0);
  expect(explainedVariance([3, 2, 1], [1, 2, 3])).toBe(-3);
});

test('where returns are all the same there is nothing to explain', () => {
  expect(explainedVariance([1, 2, 3], [2, 2, 2])).toBe(0);
});

test('the controller raises klCoef above its target and lowers it below, by at most a fifth a horizon', () => {
  const controller = { klTarget: 4, klHorizon: 200 };
  // 10 % above and below; 50 completions of 200
  expect(adaptKlCoef(0.2, 4.4, controller, 50)).toBeCloseTo(0.2 * (1 + 0.1 * 0.25), 12);
  expect(adaptKlCoef(0.2, 3.6, controller, 50)).toBeCloseTo(0.2 * (1 - 0.1 * 0.25), 12);
  expect(adaptKlCoef(0.2, 4, controller, 50)).toBeCloseTo(0.2, 12);
  // k1 of a batch can be negative, or many times the target
  expect(adaptKlCoef(0.2, -3, controller, 50)).toBeCloseTo(0.2 * (1 - 0.2 * 0.25), 12);
  expect(adaptKlCoef(0.2, 400, controller, 50)).toBeCloseTo(0.2 * (1 + 0.2 * 0.25), 12);
});

test('leave-one-out takes the mean of the others off each score', () => {
  expect(leaveOneOut([1, 2, 6])).toEqual([-3, -1.5, 4.5]);
});

test('the largest of a list longer than a call takes arguments', () => {
  expect(largest([])).toBe(-Infinity);
  expect(largest(Array.from({ length: 200_000 }, (_, i) => 1 - i))).toBe(1);
});
