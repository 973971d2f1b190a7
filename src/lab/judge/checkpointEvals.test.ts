import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { initParams } from '../../engine/nn/paramLayout.ts';
import type { Executor } from '../../engine/runtime/executor.ts';
import { openNative } from '../../engine/runtime/native.ts';
import { rewardLayout } from '../../rlhf/rewardGraph.ts';
import type { RewardModel } from '../../rlhf/rewardScorer.ts';
import { tinyConfig, tinyModel } from '../../testing/tinyModel.ts';
import { meaningOfEval } from '../../world/evals/evalMeanings.ts';
import { meanOf } from '../../world/evals/statistics.ts';
import { defaultSpec } from '../../world/spec/gold.ts';
import {
  type EvaluatePolicyOptions,
  type GoldReplies,
  type PolicyPart,
  evaluatePolicy,
  evaluateRewardModel,
} from './checkpointEvals.ts';
import type { EvaluatedPart } from './evaluate.ts';

const model = tinyModel();
const tools = { isWord: (word: string) => word.length > 1 };
/** A model without an opinion: every score is 0. */
const indifferent: RewardModel = {
  head: 'lastToken',
  params: new Float32Array(rewardLayout(tinyConfig, 'lastToken').size),
  reference: model.params,
  mean: 0,
  sd: 1,
};

let executor: Executor;
beforeAll(async () => {
  executor = await openNative({ threads: 1 });
});
afterAll(() => executor.dispose());

const ask = async (more: Partial<EvaluatePolicyOptions>) => {
  const parts: PolicyPart[] = [];
  for await (const part of evaluatePolicy({
    executor,
    model,
    params: model.params,
    reference: null,
    rewardModel: null,
    spec: defaultSpec,
    tools,
    materials: null,
    seed: 5,
    size: 'quick',
    ...more,
  })) {
    parts.push(part);
  }
  const last = parts.at(-1)!;
  expect(parts.map(({ done }) => done)).toEqual(parts.map((_, i) => i + 1));
  expect(last.done).toBe(last.total);
  const { evals, perPrompt = {}, goldReplies } = last;
  return { evals, perPrompt, goldReplies: goldReplies as GoldReplies };
};

describe('evaluatePolicy', () => {
  test('a policy is no distance from itself, gains nothing and wins half; drawn cooler it is further away', async () => {
    const { evals } = await ask({ reference: model.params, rewardModel: indifferent });
    for (const name of ['kl/k1', 'kl/k3', 'kl/exact', 'gold/gain', 'gold/gain_greedy', 'gold/gain_heldout_entities']) {
      expect(evals[name]!.value, name).toBeCloseTo(0, 5);
    }
    expect(evals['gold/gain']).toEqual({ value: 0, se: 0, n: 50 });
    expect(evals['win_rate/gold']).toEqual({ value: 0.5, se: 0, n: 50 });
    expect(evals['win_rate/reward_model']).toEqual({ value: 0.5, se: 0, n: 50 });
    const [warm, cooler, coolest] = [0.7, 0.5, 0.3].map((t) => evals[`control/sft_t${t}_kl`]!.value);
    expect(warm).toBeGreaterThan(0);
    expect(cooler).toBeGreaterThan(warm!);
    expect(coolest).toBeGreaterThan(cooler!);
    // A fresh model finds all 258 tokens about equally likely: ln 258 = 5.55 nats a token, 40 tokens at most.
    expect(evals['entropy']!.value).toBeGreaterThan(5.5);
    expect(evals['entropy']!.value).toBeLessThan(5.56 * 40);
    for (const name of Object.keys(evals)) expect(meaningOfEval(name), name).toBeTypeOf('string');
  });

  test('with a reference: KL above 0, the same figures from known replies; without: neither KL nor gains', async () => {
    const [params, reference] = [initParams(tinyConfig, 2), model.params];
    const alone = await ask({});
    const drawn = await ask({ params, reference });
    expect(drawn.evals['kl/exact']!.value).toBeGreaterThan(0);
    expect(drawn.evals['kl/k3']!.value).toBeGreaterThan(0);
    expect(drawn.evals['gold/gain']!.value).toBeCloseTo(
      drawn.evals['gold/mean']!.value - alone.evals['gold/mean']!.value,
      10,
    );
    const known = await ask({ params, reference, referenceReplies: alone.goldReplies });
    expect(known.evals).toEqual(drawn.evals);
    for (const name of ['gold/mean', 'gold/gain', 'kl/exact', 'eos_rate', 'facts/known_exact']) {
      expect(meanOf(drawn.perPrompt[name]!).value, name).toBeCloseTo(drawn.evals[name]!.value, 10);
    }
    expect(Object.keys(alone.evals).filter((name) => /^kl|gain|win_rate/.test(name))).toEqual([]);
    expect(alone.evals['bits_per_byte']).toBeUndefined();
  });
});

test('a reward model without an opinion agrees with gold half of the time', async () => {
  const parts: EvaluatedPart[] = [];
  const options = { executor, model, policy: model.params, rewardModel: indifferent, spec: defaultSpec, tools };
  for await (const part of evaluateRewardModel({ ...options, seed: 5, size: 'quick' })) parts.push(part);
  const { evals, done, total } = parts.at(-1)!;
  expect(done).toBe(total);
  expect(evals['rm/heldout_accuracy']).toMatchObject({ value: 0.5, se: 0 });
  expect(evals['rm/heldout_accuracy_new_prompts']).toMatchObject({ value: 0.5, se: 0 });
  expect(evals['rm/length_baseline_accuracy']!.n).toBe(evals['rm/heldout_accuracy']!.n);
  for (const name of Object.keys(evals)) expect(meaningOfEval(name), name).toBeTypeOf('string');
});
