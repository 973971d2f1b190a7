/** PPO, KL estimators and reward model against a world in which everything can be counted. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { initParams } from '../engine/nn/paramLayout.ts';
import type { Executor } from '../engine/runtime/executor.ts';
import { openNative } from '../engine/runtime/native.ts';
import { createGenerator } from '../engine/runtime/generate.ts';
import { Random, deriveSeed } from '../engine/tensor/random.ts';
import {
  everyCompletion,
  exactConfig,
  exactLogprobs,
  exactPrompt,
  exactValues,
  maxNewTokens,
  optimum,
  rewardOf,
} from '../testing/exactWorld.ts';
import { klK1, klK3, mean, sum, variance } from './numerics.ts';
import { createCompletionScorer } from './completionLogprobs.ts';
import { createPpo } from './ppo.ts';
import type { PpoSettings } from './ppoSettings.ts';
import { type TokenizedPreference, createRewardModel } from './rewardModel.ts';
import { createRewardScorer } from './rewardScorer.ts';

const completions = everyCompletion();
const reference = initParams(exactConfig, 7);
let executor: Executor;
let refLogprobs: number[];

beforeAll(async () => {
  executor = await openNative({ threads: 1 });
  refLogprobs = await exactLogprobs(executor, reference, completions);
});
afterAll(() => executor.dispose());

const settings: PpoSettings = {
  updates: 120,
  promptsPerUpdate: 16,
  completionsPerPrompt: 8,
  maxNewTokens,
  temperature: 1,
  learningRate: 4e-3,
  minLearningRateFraction: 0.05,
  adamEpsilon: 1e-8,
  klCoef: 0.3,
  klTarget: 0,
  klHorizon: 1000,
  clipRange: 0.2,
  vfCoef: 0.1,
  entropyCoef: 0,
  gamma: 1,
  gaeLambda: 1,
  epochs: 2,
  minibatches: 2,
  valueWarmupEpochs: 5,
  valueWarmupRate: 1e-2,
  valueTrunk: 'shared',
  baseline: 'prompt',
  missingEosPenalty: 0,
  whitenAdvantages: true,
  stopAtKl: 0,
};

async function trainPpo(changed: Partial<PpoSettings>, seed: number): Promise<Float32Array> {
  const run = await createPpo({
    executor,
    config: exactConfig,
    params: reference,
    reference,
    prompts: Array.from({ length: 16 }, () => exactPrompt),
    reward: (rollouts) => Promise.resolve(rollouts.map((one) => ({ score: rewardOf(one) }))),
    settings: { ...settings, ...changed },
    seed,
  });
  for await (const step of run.steps()) void step;
  const params = await run.params();
  await run.dispose();
  return params;
}

async function valuesOf(params: Float32Array) {
  return exactValues(completions, await exactLogprobs(executor, params, completions), refLogprobs);
}

test('all completions are there: their probabilities sum to 1 and the reference has no KL to itself', () => {
  const values = exactValues(completions, refLogprobs, refLogprobs);
  expect(completions.length).toBe(2801);
  expect(values.totalProbability).toBeCloseTo(1, 4);
  expect(values.kl).toBe(0);
});

describe('PPO', () => {
  test.each([1, 2, 3])('reaches 95 in 100 of what can be gained over the reference, seed %i', async (seed) => {
    const { expectedReward, kl } = await valuesOf(await trainPpo({}, seed));
    const start = exactValues(completions, refLogprobs, refLogprobs).expectedReward;
    const best = optimum(completions, refLogprobs, settings.klCoef);
    const share = (expectedReward - settings.klCoef * kl - start) / (best - start);
    expect(share).toBeGreaterThanOrEqual(0.95);
    expect(share).toBeLessThanOrEqual(1 + 1e-3);
  });

  test('a larger klCoef leaves a smaller KL, over five values', async () => {
    const kls: number[] = [];
    for (const klCoef of [0.1, 0.2, 0.4, 0.8, 1.6])
      kls.push((await valuesOf(await trainPpo({ klCoef, updates: 60 }, 4))).kl);
    expect(kls).toEqual([...kls].sort((a, b) => b - a));
    expect(kls[0]! / kls.at(-1)!).toBeGreaterThan(4);
  });
});

test('near the reference k1 and k3 of samples lie within two standard errors of the exact KL, and k3 varies less', async () => {
  const params = await trainPpo({ updates: 4 }, 5);
  const { kl } = await valuesOf(params);
  const count = 4096;
  const generator = await createGenerator({ executor, config: exactConfig, batch: 256, promptLength: 1, maxNewTokens });
  const { tokens } = await generator.generate({
    params,
    prompts: Array.from({ length: count }, () => exactPrompt),
    temperature: 1,
    seeds: Array.from({ length: count }, (_, i) => deriveSeed(11, i)),
  });
  await generator.dispose();
  const samples = tokens.map((completionIds) => ({ promptIds: exactPrompt, completionIds }));
  const shape = { batch: 64, length: 8, slots: 512 };
  const logprobs = await scoreTokens(params, samples, shape);
  const refs = await scoreTokens(reference, samples, shape);
  const estimate = (estimator: (logr: number) => number) => {
    const values = samples.map((_, i) => sum(Array.from(logprobs[i]!, (p, t) => estimator(refs[i]![t]! - p))));
    return { mean: mean(values), se: Math.sqrt(variance(values) / count) };
  };
  const [k1, k3] = [estimate(klK1), estimate(klK3)];
  expect(Math.abs(k1.mean - kl)).toBeLessThan(2 * k1.se);
  expect(Math.abs(k3.mean - kl)).toBeLessThan(2 * k3.se);
  expect(k3.se).toBeLessThan(k1.se);
});

async function scoreTokens(
  params: Float32Array,
  samples: readonly { promptIds: readonly number[]; completionIds: readonly number[] }[],
  shape: { batch: number; length: number; slots: number },
): Promise<Float32Array[]> {
  const scorer = await createCompletionScorer(executor, exactConfig, params, shape);
  const logprobs = await scorer.logprobs(samples);
  await scorer.dispose();
  return logprobs;
}

test.each(['lastToken', 'meanPooled'] as const)(
  'a reward model with the %s head learns the Bradley–Terry probabilities its labels were drawn from',
  async (head) => {
    const random = new Random(3);
    const draw = () => completions[random.int(completions.length)]!;
    const label = (): TokenizedPreference => {
      const [a, b] = [draw(), draw()];
      const isFirst = random.uniform() < 1 / (1 + Math.exp(rewardOf(b) - rewardOf(a)));
      const [chosen, rejected] = isFirst ? [a, b] : [b, a];
      return { promptIds: exactPrompt, chosenIds: chosen.completionIds, rejectedIds: rejected.completionIds };
    };
    const run = await createRewardModel({
      executor,
      config: exactConfig,
      params: reference,
      reference,
      train: Array.from({ length: 6000 }, label),
      heldout: [],
      settings: {
        ...{ head, epochs: 3, batchSize: 32, sequenceLength: 8, learningRate: 3e-3, warmupFraction: 0.05 },
        ...{ minLearningRateFraction: 0.05, weightDecay: 0, dropTies: true, marginScale: 0, evalEvery: 1000 },
      },
      seed: 3,
    });
    const losses: number[] = [];
    for await (const { metrics } of run.steps()) losses.push(metrics['loss']!);
    const model = await run.model();
    await run.dispose();
    const scorer = await createRewardScorer(executor, exactConfig, model, {
      ...{ batch: 32, length: 8, slots: 256, sequences: 64 },
    });
    const tests = Array.from({ length: 400 }, () => [draw(), draw()] as const);
    const scores = await scorer.score(tests.flat());
    await scorer.dispose();
    const errors = tests.map(([a, b], i) => {
      const learnt = 1 / (1 + Math.exp((scores[2 * i + 1]! - scores[2 * i]!) * model.sd));
      return Math.abs(learnt - 1 / (1 + Math.exp(rewardOf(b) - rewardOf(a))));
    });
    expect(losses[0]).toBeCloseTo(Math.LN2, 4);
    expect(mean(errors)).toBeLessThan(0.05);
  },
);
