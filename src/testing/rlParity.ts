/**
 * One PPO update and a few reward-model steps in the exact world, as plain numbers: the same on every device. Runs as it
 * is in Node and in a page.
 */
import { initParams } from '../engine/nn/paramLayout.ts';
import type { Executor } from '../engine/runtime/executor.ts';
import { createPpo } from '../rlhf/ppo.ts';
import { ppoSettings } from '../rlhf/ppoSettings.ts';
import type { Recipe } from '../rlhf/recipe.ts';
import { createRewardModel } from '../rlhf/rewardModel.ts';
import { type RewardHead, rewardModelSettings } from '../rlhf/rewardModelSettings.ts';
import { exactConfig, exactPrompt, exactPrompts, maxNewTokens, rewardOf } from './exactWorld.ts';

export interface UpdateNumbers {
  readonly metrics: Readonly<Record<string, number>>;
  readonly params: readonly number[];
}

const reference = initParams(exactConfig, 7);

/** Forty completions in two minibatches: more than one packed batch each, so that gradients are added up. */
export async function firstPpoUpdate(executor: Executor): Promise<UpdateNumbers> {
  const run = await createPpo({
    executor,
    config: exactConfig,
    params: reference,
    reference,
    prompts: exactPrompts,
    reward: (rollouts) => Promise.resolve(rollouts.map((one) => ({ score: rewardOf(one) }))),
    settings: ppoSettings.parse({
      updates: 1,
      promptsPerUpdate: 10,
      completionsPerPrompt: 4,
      maxNewTokens,
      learningRate: 1e-3,
      adamEpsilon: 1e-8,
      entropyCoef: 0.01,
      epochs: 2,
      minibatches: 2,
      valueWarmupEpochs: 2,
      valueWarmupRate: 1e-2,
      valueTrunk: 'shared',
    }),
    seed: 3,
  });
  const metrics = await metricsOf(run.steps());
  const params = Array.from(await run.params());
  await run.dispose();
  return { metrics, params };
}

export async function firstRewardSteps(executor: Executor, head: RewardHead): Promise<UpdateNumbers> {
  const pairs = [3, 4, 5, 6].map((letter) => ({
    promptIds: exactPrompt,
    chosenIds: [letter, 3, 5, exactConfig.eosId],
    rejectedIds: [4, letter, 4],
  }));
  const run = await createRewardModel({
    executor,
    config: exactConfig,
    params: reference,
    reference,
    train: pairs,
    heldout: pairs,
    settings: rewardModelSettings.parse({
      head,
      epochs: 3,
      batchSize: 4,
      sequenceLength: 8,
      learningRate: 1e-2,
      warmupFraction: 0,
      minLearningRateFraction: 1,
      weightDecay: 0,
      evalEvery: 1,
    }),
    seed: 3,
  });
  const metrics = await metricsOf(run.steps());
  const model = await run.model();
  await run.dispose();
  return { metrics: { ...metrics, mean: model.mean, sd: model.sd }, params: Array.from(model.params) };
}

/** All metrics of a run, each key led by its step. */
async function metricsOf(steps: Recipe): Promise<Record<string, number>> {
  const metrics: Record<string, number> = {};
  for await (const step of steps) {
    for (const [key, value] of Object.entries(step.metrics)) metrics[`${step.step} ${key}`] = value;
  }
  return metrics;
}

/** Largest difference, relative where numbers are above 1. NaN when they don't match one to one. */
export function largestDifference(a: UpdateNumbers, b: UpdateNumbers): number {
  const listOf = ({ metrics, params }: UpdateNumbers) => [...Object.values(metrics), ...params];
  const [left, right] = [listOf(a), listOf(b)];
  if (left.length !== right.length) return NaN;
  return left.reduce((most, value, i) => {
    const difference = Math.abs(value - right[i]!) / Math.max(1, Math.abs(value));
    return Math.max(most, difference);
  }, 0);
}
