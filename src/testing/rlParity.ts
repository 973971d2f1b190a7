/**
 * One PPO update and a few reward-model steps in the exact world, as plain numbers: the same on every device. Runs as it
 * is in Node and in a page.
 */
import { initParams } from '../engine/nn/paramLayout.ts';
import type { Executor } from '../engine/runtime/executor.ts';
import { createPpo } from '../rlhf/ppo.ts';
import { createRewardModel } from '../rlhf/rewardModel.ts';
import type { RewardHead } from '../rlhf/rewardModelSettings.ts';
import { exactConfig, exactPrompt, maxNewTokens, rewardOf } from './exactWorld.ts';

export interface UpdateNumbers {
  readonly metrics: Readonly<Record<string, number>>;
  readonly params: readonly number[];
}

const reference = initParams(exactConfig, 7);

export async function firstPpoUpdate(executor: Executor): Promise<UpdateNumbers> {
  const run = await createPpo({
    executor,
    config: exactConfig,
    params: reference,
    reference,
    prompts: [exactPrompt],
    seed: 3,
    reward: (rollouts) => Promise.resolve(rollouts.map((one) => ({ score: rewardOf(one) }))),
    settings: {
      updates: 1,
      promptsPerUpdate: 2,
      completionsPerPrompt: 4,
      maxNewTokens,
      temperature: 1,
      learningRate: 1e-3,
      minLearningRateFraction: 1,
      adamEpsilon: 1e-8,
      klCoef: 0.1,
      klTarget: 0,
      klHorizon: 1000,
      clipRange: 0.2,
      vfCoef: 0.1,
      entropyCoef: 0.01,
      gamma: 1,
      gaeLambda: 0.95,
      epochs: 2,
      minibatches: 2,
      valueWarmupEpochs: 2,
      valueWarmupRate: 1e-2,
      valueTrunk: 'shared',
      baseline: 'prompt',
      missingEosPenalty: 1,
      whitenAdvantages: true,
      stopAtKl: 0,
    },
  });
  const metrics: Record<string, number> = {};
  for await (const step of run.steps()) {
    for (const [key, value] of Object.entries(step.metrics)) metrics[`${step.step} ${key}`] = value;
  }
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
    seed: 3,
    settings: {
      head,
      epochs: 3,
      batchSize: 4,
      sequenceLength: 8,
      learningRate: 1e-2,
      warmupFraction: 0,
      minLearningRateFraction: 1,
      weightDecay: 0,
      dropTies: true,
      marginScale: 0,
      evalEvery: 1,
    },
  });
  const metrics: Record<string, number> = {};
  for await (const step of run.steps()) {
    for (const [key, value] of Object.entries(step.metrics)) metrics[`${step.step} ${key}`] = value;
  }
  const model = await run.model();
  await run.dispose();
  return { metrics: { ...metrics, mean: model.mean, sd: model.sd }, params: Array.from(model.params) };
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
