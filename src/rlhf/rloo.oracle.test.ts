/** RLOO against a world in which every completion can be listed: its gradient, and how far it climbs. */
import { expect, test } from 'vitest';
import * as ops from '../engine/autodiff/ops.ts';
import { lmFeeds } from '../engine/nn/languageModel.ts';
import { f32, scalar } from '../engine/tensor/hostTensor.ts';
import { gradientOf } from '../testing/exactGradient.ts';
import { ExactReference, expectNearOptimum, strongParams, trainedParams } from '../testing/exactReference.ts';
import {
  everyCompletion,
  exactConfig,
  exactLogprobs,
  exactPrompts,
  maxNewTokens,
  rewardOf,
} from '../testing/exactWorld.ts';
import { createCompletionScorer } from './completionLogprobs.ts';
import { toSlots } from './minibatches.ts';
import { sum } from './numerics.ts';
import { layOutBatch } from './packing.ts';
import { policyTerms } from './policyTerms.ts';
import { createRloo, rlooLoss } from './rloo.ts';
import { rlooSettings } from './rlooSettings.ts';
import { poolMatrix, sumWeights } from './sequencePool.ts';

const BETA = 0.2;
const world = new ExactReference();
const { params: reference } = world;

test.each([1, 2, 3])('it reaches 95 in 100 of what can be gained over the reference, seed %i', async (seed) => {
  const run = await createRloo({
    executor: world.executor,
    config: exactConfig,
    params: reference,
    reference,
    prompts: exactPrompts,
    reward: (rollouts) => Promise.resolve(rollouts.map((one) => ({ score: rewardOf(one) }))),
    settings: rlooSettings.parse({
      updates: 150,
      promptsPerUpdate: 16,
      completionsPerPrompt: 8,
      maxNewTokens,
      learningRate: 4e-3,
      minLearningRateFraction: 0.05,
      adamEpsilon: 1e-8,
      klCoef: BETA,
      epochs: 2,
      minibatches: 2,
      missingEosPenalty: 0,
    }),
    seed,
  });
  expectNearOptimum((await world.judge(await trainedParams(run), BETA)).share);
});

/**
 * The mean of RLOO's gradient over all it may draw: every completion of up to two tokens, weighted by its probability, with
 * its reward less a baseline that doesn't depend on it, as the mean of others doesn't.
 */
test.each([0, 1.7])('its mean gradient is parallel to that of E[r] − β·KL, with a baseline of %f', async (baseline) => {
  const short = everyCompletion(false, 2);
  // A policy that has left the reference, or the KL had no gradient.
  const { executor } = world;
  const policy = strongParams(8);
  const logprobs = await exactLogprobs(executor, policy, short);
  const refs = await exactLogprobs(executor, reference, short);
  const shape = { batch: short.length, length: 8, slots: sum(short.map(({ completionIds }) => completionIds.length)) };
  const rows = short.map((one) => [one]);
  const scorer = await createCompletionScorer(executor, exactConfig, shape);
  const byToken = await scorer.logprobs(policy, short);
  await scorer.dispose();
  const indexOf = new Map(short.map((one, i) => [one, i]));
  const slots = (valuesOf: (index: number) => ArrayLike<number>) =>
    f32(
      toSlots(rows, shape.slots, (one) => valuesOf(indexOf.get(one)!)),
      [shape.slots, 1],
    );
  const column = (valueOf: (index: number) => number) =>
    f32(
      Float32Array.from(short, (_, i) => valueOf(i)),
      [short.length, 1],
    );
  const probability = (i: number) => Math.exp(logprobs[i]!);
  const reward = (i: number) => rewardOf(short[i]!) - BETA * (logprobs[i]! - refs[i]!);
  const feeds = {
    ...lmFeeds(layOutBatch(rows, shape, exactConfig.padId), shape),
    logprobs: slots((i) => byToken[i]!),
    count: scalar(1),
    inverseTemperature: scalar(1),
  };

  // −Σ_y π(y)·(R(y) − b)·∇log π(y): where old and new policy are the same, a ratio's gradient is that of log π.
  const ofLoss = await gradientOf(
    executor,
    policy,
    (graph, bound) => rlooLoss(policyTerms(graph, exactConfig, bound, shape)).loss,
    {
      ...feeds,
      advantages: slots((i) => short[i]!.completionIds.map(() => probability(i) * (reward(i) - baseline))),
      clipRange: scalar(0.2),
    },
  );
  // −∇ Σ_y π(y)·(r(y) − β·log π(y)/ref(y)), π(y) written as its value here times how far it has moved from it.
  const exact = await gradientOf(
    executor,
    policy,
    (graph, bound) => {
      const { logRatio } = policyTerms(graph, exactConfig, bound, shape);
      const moved = ops.matmul(graph.input('pool', [short.length, shape.slots]), logRatio);
      const weight = ops.mul(ops.exp(moved), graph.input('probability', [short.length, 1]));
      const value = ops.sub(graph.input('value', [short.length, 1]), ops.mul(moved, BETA));
      return ops.neg(ops.reduceSum(ops.mul(weight, value)));
    },
    {
      ...feeds,
      pool: poolMatrix(rows, { ...shape, sequences: short.length }, (one) => indexOf.get(one)!, sumWeights),
      probability: column(probability),
      value: column(reward),
    },
  );
  const dot = (a: readonly number[], b: readonly number[]) => sum(a.map((x, i) => x * b[i]!));
  expect(dot(exact, exact)).toBeGreaterThan(1e-6);
  expect(dot(ofLoss, exact) / Math.sqrt(dot(ofLoss, ofLoss) * dot(exact, exact))).toBeGreaterThan(0.9999);
});
