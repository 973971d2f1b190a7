import { afterAll, beforeAll, expect, test } from 'vitest';
import { backward } from '../engine/autodiff/backward.ts';
import { Graph } from '../engine/autodiff/graph.ts';
import * as ops from '../engine/autodiff/ops.ts';
import { packedHidden, packedInputs } from '../engine/nn/packed.ts';
import { bindParams, initParams, llamaLayout, transferParams } from '../engine/nn/paramLayout.ts';
import type { Executor } from '../engine/runtime/executor.ts';
import { openNative } from '../engine/runtime/native.ts';
import { bindingOf, namedParamFeeds } from '../engine/runtime/paramFeeder.ts';
import { Random } from '../engine/tensor/random.ts';
import { exactConfig } from '../testing/exactWorld.ts';
import { type Critic, criticOf, headOnPolicy, ownTrunk } from './critic.ts';
import { createPackedPass } from './packedPass.ts';
import { rewardLayout } from './rewardGraph.ts';
import { type RewardModel, createRewardScorer } from './rewardScorer.ts';

const shape = { batch: 2, length: 8, slots: 16 };
const completions = [
  { promptIds: [2], completionIds: [3, 4, 5, 0] },
  { promptIds: [7, 3], completionIds: [6, 6] },
];
const random = new Random(3);
const policy = initParams(exactConfig, 1);
/** Its head reads something: nothing is 0 by chance. */
const params = transferParams(
  llamaLayout(exactConfig),
  initParams(exactConfig, 2),
  rewardLayout(exactConfig, 'lastToken'),
);
const rewardModel: RewardModel = {
  head: 'lastToken',
  params: params.map((value) => (value === 0 ? random.normal() : value)),
  reference: policy,
  mean: 0.4,
  sd: 2.5,
};

let executor: Executor;
beforeAll(async () => {
  executor = await openNative({ threads: 1 });
});
afterAll(() => executor.dispose());

async function valuesOf(critic: Critic): Promise<Float32Array[]> {
  const pass = await createPackedPass<'values'>({
    executor,
    name: 'values',
    shape,
    padId: exactConfig.padId,
    build(graph, inputs) {
      const bound = bindParams(graph, critic.layout, bindingOf(executor));
      return { values: critic.values(bound, packedHidden(exactConfig, bound, inputs), inputs) };
    },
  });
  const columns = await pass.run(completions, namedParamFeeds(critic.layout, critic.initial(policy)));
  await pass.dispose();
  return columns.map(({ values }) => values);
}

test('the critic that starts as a reward model expects, before each token, what that would score the text so far', async () => {
  const values = await valuesOf(ownTrunk(exactConfig, criticOf(exactConfig, rewardModel)));
  const scorer = await createRewardScorer(executor, exactConfig, rewardModel, { ...shape, sequences: 8 });
  for (const [i, completion] of completions.entries()) {
    const scores = await scorer.scorePrefixes(completion);
    expect(new Set(scores.map((score) => score.toFixed(3))).size).toBe(scores.length);
    for (let t = 1; t < scores.length; t++) expect(values[i]![t]).toBeCloseTo(scores[t - 1]!, 4);
  }
  await scorer.dispose();
});

test('a head on the policy starts at 0 everywhere', async () => {
  for (const values of await valuesOf(headOnPolicy(exactConfig))) expect([...values].every((v) => v === 0)).toBe(true);
});

test('with a trunk of its own, the value depends on nothing of the policy', () => {
  const critic = ownTrunk(exactConfig, criticOf(exactConfig, rewardModel));
  const graph = new Graph();
  const bound = bindParams(graph, critic.layout, 'named');
  const inputs = packedInputs(graph, shape);
  const total = ops.reduceSum(critic.values(bound, packedHidden(exactConfig, bound, inputs), inputs));
  const name = 'model.layers.0.mlp.up_proj.weight';
  expect(backward(total, [bound.get(`critic.${name}`)])).toHaveLength(1);
  expect(() => backward(total, [bound.get(name)])).toThrow(/doesn't depend|does not depend/);
});
