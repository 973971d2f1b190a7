/** What a recipe or a scorer opens on a device it gives back: every program and every tensor. */
import { beforeEach, expect, test } from 'vitest';
import { initParams } from '../engine/nn/paramLayout.ts';
import { type CountingExecutor, openCounting } from '../testing/countingExecutor.ts';
import { exactConfig, exactPrompts } from '../testing/exactWorld.ts';
import { createCompletionScorer } from './completionLogprobs.ts';
import { createDivergenceMeter } from './policyDivergence.ts';
import { createDpo } from './dpo.ts';
import { dpoSettings } from './dpoSettings.ts';
import { createPpo } from './ppo.ts';
import { ppoSettings } from './ppoSettings.ts';
import { createRewardModel } from './rewardModel.ts';
import { rewardModelSettings } from './rewardModelSettings.ts';
import { createRewardScorer } from './rewardScorer.ts';
import { createSft } from './sft.ts';
import { sftSettings } from './sftSettings.ts';

const config = exactConfig;
const params = initParams(config, 1);
const shape = { batch: 2, length: 8, slots: 16, sequences: 4 };
const text = { promptIds: [2], completionIds: [3, 0] };

let executor: CountingExecutor;
beforeEach(() => {
  executor = openCounting();
});

function expectOpen(programs: readonly string[]): void {
  expect([...executor.programs()].sort()).toEqual([...programs].sort());
  expect(executor.tensors()).toBeGreaterThan(0);
}

function expectAllGivenBack(): void {
  expect(executor.programs()).toEqual([]);
  expect(executor.tensors()).toBe(0);
}

test('the scorer of completions, and the meter of divergence', async () => {
  const scorer = await createCompletionScorer(executor, config, shape);
  await scorer.logprobs(params, [text]);
  expectOpen(['completion_logprobs']);
  await scorer.dispose();
  expectAllGivenBack();
  const meter = await createDivergenceMeter(executor, config, shape);
  await meter.measure(params, params, [text]);
  expectOpen(['divergence']);
  await meter.dispose();
  expectAllGivenBack();
});

test('supervised fine-tuning', async () => {
  const settings = sftSettings.parse({ steps: 1, batchSize: 1, sequenceLength: 8 });
  const run = await createSft({ executor, config, params, train: [text], heldout: [text], settings, seed: 1 });
  expectOpen(['sft', 'sft_adamw', 'sft_heldout']);
  await run.dispose();
  expectAllGivenBack();
});

test('the reward model, and its scorer', async () => {
  const settings = rewardModelSettings.parse({ batchSize: 2, sequenceLength: 8, epochs: 1 });
  const train = [{ promptIds: [2], chosenIds: [3, 0], rejectedIds: [4, 0] }];
  const run = await createRewardModel({
    executor,
    config,
    params,
    reference: params,
    train,
    heldout: [],
    settings,
    seed: 1,
  });
  // features of the texts are known by now, and what computed them is closed
  expectOpen(['reward_model', 'reward_model_adamw', 'reward_scores']);
  const model = await run.model();
  await run.dispose();
  expectAllGivenBack();
  // the interpreter reads back float64
  const f32 = { ...model, params: Float32Array.from(model.params) };
  const scorer = await createRewardScorer(executor, config, f32, shape);
  await scorer.score([text]);
  expectOpen(['completion_logprobs', 'reward_scores']);
  await scorer.dispose();
  expectAllGivenBack();
});

test('PPO: what draws, what scores, what trains', async () => {
  const settings = ppoSettings.parse({
    updates: 1,
    promptsPerUpdate: 1,
    completionsPerPrompt: 2,
    maxNewTokens: 4,
    valueWarmupEpochs: 1,
  });
  const run = await createPpo({
    executor,
    config,
    params,
    reference: params,
    prompts: exactPrompts,
    reward: (completions) => Promise.resolve(completions.map((_, i) => ({ score: i }))),
    settings,
    seed: 1,
  });
  await run.steps().next();
  expectOpen(['decode_step', 'ppo', 'ppo_adamw', 'ppo_score', 'prefill']);
  await run.dispose();
  expectAllGivenBack();
});

test('DPO: what trains, what evaluates, what shows its pairs', async () => {
  const settings = dpoSettings.parse({ batchSize: 2, sequenceLength: 8 });
  const pairs = [{ promptIds: [2], chosenIds: [3, 0], rejectedIds: [4, 0] }];
  const run = await createDpo({
    executor,
    config,
    params,
    reference: params,
    train: pairs,
    heldout: pairs,
    settings,
    seed: 1,
  });
  expectOpen(['completion_logprobs', 'dpo', 'dpo_adamw', 'dpo_heldout']);
  await run.dispose();
  expectAllGivenBack();
});
