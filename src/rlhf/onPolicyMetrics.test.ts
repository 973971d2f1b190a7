import { expect, test } from 'vitest';
import {
  checkFirstMinibatch,
  checkObjective,
  meanOfMinibatches,
  objectiveMetrics,
  policyMetrics,
  rolloutMetrics,
} from './onPolicyMetrics.ts';
import type { Rewarded } from './onPolicyTypes.ts';
import { tokenRewards } from './numerics.ts';

const base = { promptIndex: 0, promptIds: [2], stopped: true };

test('lengths count the tokens the policy chose; a completion that didn’t stop was cut', () => {
  const completed = [
    { ...base, completionIds: [3, 4, 0] },
    { ...base, completionIds: [3, 4, 5, 0], completionMask: [1, 0, 0, 1] },
    { ...base, completionIds: [3, 4, 5, 6], stopped: false },
    { ...base, completionIds: [0] },
  ];
  expect(rolloutMetrics(completed)).toEqual({
    'completions/mean_length': (3 + 2 + 4 + 1) / 4,
    'completions/clipped_ratio': 0.25,
    'val/num_eos_tokens': 3,
  });
});

const KL_COEF = 0.1;
const rewarded = (score: number, logprobs: number[], refLogprobs: number[], completionMask?: number[]): Rewarded => ({
  ...base,
  completionIds: logprobs.map(() => 3),
  logprobs: Float32Array.from(logprobs),
  refLogprobs: Float32Array.from(refLogprobs),
  entropy: Float32Array.from(logprobs, (_, t) => t + 1),
  klExact: Float32Array.from(logprobs, (_, t) => 10 * (t + 1)),
  score,
  rewards: tokenRewards(score, logprobs, refLogprobs, KL_COEF, completionMask),
  ...(completionMask ? { completionMask } : {}),
});

test('the objective is score less KL penalty, a completion; forced tokens are in no sum', () => {
  const one = { ...rewarded(2, [-1, -2], [-1.5, -1]), gold: 0.5 };
  const other = rewarded(4, [-1, -9, -1], [-2, -1, -1], [1, 0, 1]);
  const metrics = objectiveMetrics([one, other], KL_COEF);
  // k1: .5 − 1 and 1 + 0; k3 = e^logr − 1 − logr of logr −.5, 1 and −1, 0
  const k3 = (logr: number) => Math.expm1(logr) - logr;
  expect(metrics['objective/kl']).toBeCloseTo((-0.5 + 1) / 2, 6);
  expect(metrics['objective/kl_k3']).toBeCloseTo((k3(-0.5) + k3(1) + k3(-1)) / 2, 6);
  expect(metrics['objective/kl_exact']).toBeCloseTo((10 + 20 + 10 + 30) / 2, 6);
  expect(metrics['objective/entropy']).toBeCloseTo((1 + 2 + 1 + 3) / 2, 6);
  expect(metrics['objective/scores']).toBe(3);
  // Scores 2 and 4.
  expect(metrics['reward_std']).toBe(1);
  expect(metrics['objective/non_score_reward']).toBeCloseTo(-KL_COEF * 0.25, 6);
  expect(metrics['objective/rlhf_reward']).toBeCloseTo(3 - KL_COEF * 0.25, 6);
  expect(metrics['objective/gold']).toBe(0.5);
});

test('where no gold is known none is reported', () => {
  expect(objectiveMetrics([rewarded(2, [-1], [-1])], KL_COEF)).not.toHaveProperty('objective/gold');
});

test('an update reports the means over its minibatches under TRL’s names', () => {
  const minibatch = { policyLoss: 1, approxKl: 2, clipFraction: 3, entropy: 4, ratio: 5, gradNorm: 6, valueLoss: 7 };
  const doubled = Object.fromEntries(Object.entries(minibatch).map(([name, value]) => [name, 3 * value]));
  expect(policyMetrics(meanOfMinibatches([minibatch, doubled]))).toEqual({
    'loss/policy_avg': 2,
    'policy/approxkl_avg': 4,
    'policy/clipfrac_avg': 6,
    'policy/entropy_avg': 8,
    'val/ratio': 10,
    grad_norm: 12,
  });
});

const objective = { 'objective/scores': 3, 'objective/non_score_reward': -0.5, 'objective/rlhf_reward': 2.5 };

test('a rollout whose rewards don’t sum to score and penalty is an error of the lab', () => {
  expect(() => checkObjective(objective, false)).not.toThrow();
  expect(() => checkObjective({ ...objective, 'objective/rlhf_reward': 2.5001 }, false)).not.toThrow();
  for (const wrong of [2.49, 2.51]) {
    expect(() => checkObjective({ ...objective, 'objective/rlhf_reward': wrong }, false)).toThrow(
      `sum to ${wrong}, but scores 3 + KL penalty -0.5 were expected`,
    );
  }
});

test('before the first update there is no KL; later there may be', () => {
  for (const kl of [0.01, -0.01]) {
    const moved = { ...objective, 'objective/kl_exact': kl };
    expect(() => checkObjective(moved, true)).toThrow(`but their KL is ${kl} nats`);
    expect(() => checkObjective(moved, false)).not.toThrow();
  }
  expect(() => checkObjective({ ...objective, 'objective/kl_exact': 1e-4 }, true)).not.toThrow();
});

test('in the first minibatch the policy is its own old self', () => {
  const self = { ratio: 1.0001, approxKl: 1e-7, clipFraction: 0 };
  expect(() => checkFirstMinibatch(self)).not.toThrow();
  for (const moved of [{ ratio: 1.01 }, { ratio: 0.99 }, { approxKl: 1e-3 }, { clipFraction: 0.01 }]) {
    expect(() => checkFirstMinibatch({ ...self, ...moved })).toThrow(/in the first minibatch the ratio is/);
  }
});
