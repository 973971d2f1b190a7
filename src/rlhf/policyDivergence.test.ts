import { expect, test } from 'vitest';
import { openInterpreter } from '../engine/runtime/interpreter.ts';
import { independentModel, threeSymbols } from '../testing/independentModel.ts';
import { klK1, klK3, klOfCompletion, sum } from './numerics.ts';
import { createDivergenceMeter } from './policyDivergence.ts';

const config = threeSymbols;
const shape = { batch: 2, length: 8, slots: 12 };

// The hand figures of 3-rlhf-reference.md §3.2.
const [pi, ref] = [
  [0.7, 0.2, 0.1],
  [0.5, 0.3, 0.2],
];
const KL = 0.0851;

test('three symbols: KL is 0.0851 exactly, and in expectation of k1 and k3', async () => {
  const meter = await createDivergenceMeter(openInterpreter(), config, shape);
  const oneToken = [0, 1, 2].map((id) => ({ promptIds: [2], completionIds: [id] }));
  const measured = await meter.measure(independentModel(pi), independentModel(ref), oneToken);
  await meter.dispose();
  measured.forEach(({ logprobs, refLogprobs, entropy, klExact }, id) => {
    expect(logprobs[0]).toBeCloseTo(Math.log(pi[id]!), 5);
    expect(refLogprobs[0]).toBeCloseTo(Math.log(ref[id]!), 5);
    expect(klExact[0]).toBeCloseTo(KL, 4);
    // −.7 ln .7 − .2 ln .2 − .1 ln .1
    expect(entropy[0]).toBeCloseTo(0.8018, 4);
  });
  const expected = (estimator: (logr: number) => number) =>
    sum(measured.map(({ logprobs, refLogprobs }, id) => pi[id]! * klOfCompletion(estimator, logprobs, refLogprobs)));
  expect(expected(klK1)).toBeCloseTo(KL, 4);
  expect(expected(klK3)).toBeCloseTo(KL, 4);
});

test('every token of every completion has its own values, whatever row it is packed into', async () => {
  const meter = await createDivergenceMeter(openInterpreter(), config, shape);
  const completions = [
    { promptIds: [0, 1], completionIds: [2, 0, 1] },
    { promptIds: [2], completionIds: [1, 1, 0, 2] },
    { promptIds: [1], completionIds: [0] },
  ];
  const [policy, reference] = [independentModel(pi), independentModel(ref)];
  const measured = await meter.measure(policy, reference, completions);
  measured.forEach(({ logprobs, klExact }, i) => {
    const { completionIds } = completions[i]!;
    expect(logprobs).toHaveLength(completionIds.length);
    completionIds.forEach((id, t) => expect(logprobs[t]).toBeCloseTo(Math.log(pi[id]!), 5));
    expect(sum(klExact)).toBeCloseTo(KL * completionIds.length, 3);
  });
  // A policy is no distance from itself.
  const same = await meter.measure(policy, policy, completions);
  await meter.dispose();
  for (const { klExact } of same) expect(Math.max(...klExact.map(Math.abs))).toBeLessThan(1e-6);
});

test('a policy at a temperature is held against the reference at temperature 1', async () => {
  const meter = await createDivergenceMeter(openInterpreter(), config, shape);
  const powers = pi.map((p) => p ** (1 / 0.5));
  const tempered = powers.map((p) => p / sum(powers));
  const [one] = await meter.measure(
    independentModel(pi),
    independentModel(ref),
    [{ promptIds: [2], completionIds: [1] }],
    0.5,
  );
  await meter.dispose();
  expect(one!.logprobs[0]).toBeCloseTo(Math.log(tempered[1]!), 5);
  expect(one!.refLogprobs[0]).toBeCloseTo(Math.log(ref[1]!), 5);
  expect(one!.klExact[0]).toBeCloseTo(sum(tempered.map((p, i) => p * Math.log(p / ref[i]!))), 4);
});
