import { expect, test } from 'vitest';
import type { Tensor } from '../engine/autodiff/graph.ts';
import * as ops from '../engine/autodiff/ops.ts';
import { f32 } from '../engine/tensor/hostTensor.ts';
import type { BoundParams } from '../engine/nn/paramLayout.ts';
import { backward } from '../engine/autodiff/backward.ts';
import { openInterpreter } from '../engine/runtime/interpreter.ts';
import { type Fed, evaluate } from '../testing/evaluate.ts';
import { exactConfig, exactPrompts } from '../testing/exactWorld.ts';
import { initParams } from '../engine/nn/paramLayout.ts';
import type { PolicyTerms } from './policyTerms.ts';
import { headOnPolicy } from './critic.ts';
import { createPpo, estimateAdvantages, ppo, ppoLoss } from './ppo.ts';
import { ppoSettings } from './ppoSettings.ts';

const settings = ppoSettings.parse({});

/** Three tokens of one hidden number each; the value head reads V = 2·hidden + 1. */
const hidden = [0.5, 1, -1];
const V = [2, 3, -1];
const feeds: Record<string, Fed> = {
  hidden,
  ratio: [1.5, 0.9, 1.1],
  entropy: 0.7,
  advantages: [1, -2, 3],
  values: [1.9, 2, -1],
  returns: [2.5, 1, 0],
  clipRange: 0.2,
  valueClipRange: 0.5,
  policyCoef: 1,
  vfCoef: 0.5,
  entropyCoef: 0.1,
  trunkCoef: 1,
};

/** The loss and its gradients on columns handed in; means are over the three tokens. */
function lossOf(changed: Record<string, Fed> = {}) {
  return evaluate({ ...feeds, ...changed }, (graph) => {
    const column = (name: string) => graph.input(name, [3, 1]);
    const scalar = (name: string) => graph.input(name, []);
    const [read, entropy] = [column('hidden'), scalar('entropy')];
    const mean = (x: Tensor) => ops.mul(ops.reduceSum(x), 1 / 3);
    const terms = { hidden: read, ratio: column('ratio'), column, scalar, mean, metrics: { entropy } };
    const head = new Map([
      ['value_head.weight', graph.constant(f32([2], [1, 1]))],
      ['value_head.bias', graph.constant(f32([1], [1]))],
    ]);
    const policy = { get: (name: string) => head.get(name)! } as BoundParams;
    const { loss, metrics } = ppoLoss(terms as unknown as PolicyTerms, policy, headOnPolicy(exactConfig));
    const [toTrunk, toEntropy, toHead] = backward(loss, [read, entropy, head.get('value_head.bias')!]);
    const { policyLoss, valueLoss } = metrics;
    return { loss, policyLoss, valueLoss: valueLoss!, toTrunk: toTrunk!, toEntropy: toEntropy!, toHead: toHead! };
  });
}

// max(−A·r, −A·clip(r)): −1.2, 1.8, −3.3
const POLICY_LOSS = (-1.2 + 1.8 - 3.3) / 3;
// V near V_old ± .5: 2, 2.5, −1; max of both squared misses: .25, 4, 1
const VALUE_LOSS = (0.25 + 4 + 1) / 6;

test('the loss is the clipped surrogate plus the value loss, less the entropy bonus', () => {
  const { loss, policyLoss, valueLoss } = lossOf();
  expect(policyLoss[0]).toBeCloseTo(POLICY_LOSS, 6);
  expect(valueLoss[0]).toBeCloseTo(VALUE_LOSS, 6);
  expect(loss[0]).toBeCloseTo(POLICY_LOSS + 0.5 * VALUE_LOSS - 0.1 * 0.7, 6);
});

test('more entropy lowers the loss, by the bonus’s coefficient', () => {
  expect(lossOf().toEntropy[0]).toBeCloseTo(-0.1, 6);
});

test('a value that moved further than its range from the old one is held to the worse of the two misses', () => {
  // within the range the plain miss remains: (2 − 2.5)², (3 − 1)², (−1 − 0)²
  expect(lossOf({ valueClipRange: 5 }).valueLoss[0]).toBeCloseTo(5.25 / 6, 6);
  // old value 4: the near one, 3.5, misses 1 by more than 3 does
  expect(lossOf({ values: [1.9, 4, -1] }).valueLoss[0]).toBeCloseTo((0.25 + 6.25 + 1) / 6, 6);
});

test('the value loss reaches the trunk only as far as trunkCoef says, and the head always', () => {
  // ∂/∂hidden = vfCoef · (V − R) · weight / 3
  const gradient = V.map((value, i) => (0.5 * (value - [2.5, 1, 0][i]!) * 2) / 3);
  lossOf().toTrunk.forEach((value, i) => expect(value).toBeCloseTo(gradient[i]!, 6));
  const detached = lossOf({ trunkCoef: 0 });
  expect(detached.toTrunk.map(Math.abs)).toEqual([0, 0, 0]);
  expect(detached.toHead[0]).toBeCloseTo((0.5 * (-0.5 + 2 - 1)) / 3, 6);
});

test('the warm-up trains the value head alone; after it the settings count', () => {
  const algorithm = ppo(
    { ...settings, vfCoef: 0.3, entropyCoef: 0.02, valueTrunk: 'shared' },
    headOnPolicy(exactConfig),
  );
  const live = { klCoef: 0.1, clipRange: 0.15, learningRate: 1, temperature: 1 };
  expect(algorithm.lossScalars(live, true)).toMatchObject({ policyCoef: 0, vfCoef: 1, entropyCoef: 0, trunkCoef: 0 });
  expect(algorithm.lossScalars(live, true)['valueClipRange']).toBeGreaterThan(1e6);
  expect(algorithm.lossScalars(live, false)).toEqual({
    clipRange: 0.15,
    valueClipRange: 0.15,
    policyCoef: 1,
    vfCoef: 0.3,
    entropyCoef: 0.02,
    trunkCoef: 1,
  });
  expect(
    ppo({ ...settings, valueTrunk: 'detached' }, headOnPolicy(exactConfig)).lossScalars(live, false)['trunkCoef'],
  ).toBe(0);
});

const rollout = (score: number, rewards: readonly number[], values: readonly number[]) => ({
  promptIndex: 0,
  promptIds: [2],
  completionIds: rewards.map(() => 3),
  stopped: true,
  score,
  rewards: Float32Array.from(rewards),
  values: Float32Array.from(values),
  logprobs: new Float32Array(3),
  refLogprobs: new Float32Array(3),
  entropy: new Float32Array(3),
  klExact: new Float32Array(3),
});
const plain = { ...settings, baseline: 'none', whitenAdvantages: false, gamma: 0.9, gaeLambda: 0.5 } as const;

test('advantages are GAE with γ and λ each in its place', () => {
  const [first] = estimateAdvantages([rollout(2, [0, 1, 2], [1, 0.5, 0.25])], plain);
  // δ = (−.55, .725, 1.75) and A_t = δ_t + .9·.5·A_t+1
  [0.130625, 1.5125, 1.75].forEach((value, t) => expect(first!.advantages[t]).toBeCloseTo(value, 6));
  expect(first!.returns[2]).toBeCloseTo(2, 6);
});

test('a prompt’s baseline is the mean score of its other completions, taken off on the last token that counts', () => {
  const scored = [
    rollout(2, [0, 0, 2], [0, 0, 0]),
    rollout(4, [0, 0, 4], [0, 0, 0]),
    // another prompt
    rollout(-1, [0, 0, -1], [0, 0, 0]),
    { ...rollout(1, [0, 1, 0], [0, 0, 0]), completionMask: [1, 1, 0] },
  ];
  const group = { ...plain, baseline: 'prompt', completionsPerPrompt: 2, gamma: 1, gaeLambda: 1 } as const;
  const estimates = estimateAdvantages(scored, group);
  expect(estimates.map(({ advantages }) => Array.from(advantages))).toEqual([
    [-2, -2, -2],
    [2, 2, 2],
    [-2, -2, -2],
    [2, 2, 0],
  ]);
  // what GAE was told, for whoever looks: the score less 4, 2, 1, −1
  expect(estimates.map(({ usedRewards }) => Array.from(usedRewards))).toEqual([
    [0, 0, -2],
    [0, 0, 2],
    [0, 0, -2],
    [0, 2, 0],
  ]);
});

test('whitening leaves the returns as they are, and forced tokens out', () => {
  const scored = [{ ...rollout(2, [1, 0, 2], [0, 0, 0]), completionMask: [1, 0, 1] }, rollout(4, [0, 1, 4], [0, 0, 0])];
  const raw = estimateAdvantages(scored, plain);
  const white = estimateAdvantages(scored, { ...plain, whitenAdvantages: true });
  expect(white.map(({ returns }) => returns)).toEqual(raw.map(({ returns }) => returns));
  expect(white.map(({ plainAdvantages }) => plainAdvantages)).toEqual(raw.map(({ advantages }) => advantages));
  expect(white[0]!.advantages[1]).toBe(0);
  const own = [white[0]!.advantages[0]!, white[0]!.advantages[2]!, ...white[1]!.advantages];
  expect(own.reduce((a, b) => a + b)).toBeCloseTo(0, 5);
  expect(own.reduce((a, b) => a + b * b, 0) / own.length).toBeCloseTo(1, 5);
});

test('explained variance looks at the tokens that count', () => {
  const own = {
    ...rollout(0, [0, 0, 0], [1, 99, 3]),
    completionMask: [1, 0, 1],
    usedRewards: new Float32Array(3),
    plainAdvantages: new Float32Array(3),
    advantages: new Float32Array(3),
    returns: Float32Array.of(1, -50, 3),
  };
  expect(ppo(settings, headOnPolicy(exactConfig)).estimateMetrics([own])).toEqual({ 'val/explained_variance': 1 });
});

test('a baseline of one completion a prompt is refused', async () => {
  const params = initParams(exactConfig, 1);
  const opening = (completionsPerPrompt: number, baseline: 'prompt' | 'none') =>
    createPpo({
      executor: openInterpreter(),
      config: exactConfig,
      params,
      reference: params,
      prompts: exactPrompts,
      seed: 1,
      settings: { ...settings, completionsPerPrompt, baseline, maxNewTokens: 4 },
      reward: () => Promise.resolve([]),
    });
  await expect(opening(1, 'prompt')).rejects.toThrow(/at least 2 completions a prompt/);
  for (const run of [await opening(1, 'none'), await opening(2, 'prompt')]) await run.dispose();
});
