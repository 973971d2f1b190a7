/** Tokens that a host forced, in the exact world: what PPO learns from them is nothing, to the last bit. */
import { expect, test } from 'vitest';
import { backward } from '../engine/autodiff/backward.ts';
import { Graph } from '../engine/autodiff/graph.ts';
import { bindParams, initParams, layoutWithHead, llamaLayout, transferParams } from '../engine/nn/paramLayout.ts';
import type { Feeds } from '../engine/runtime/executor.ts';
import { openNative } from '../engine/runtime/native.ts';
import { namedParamFeeds } from '../engine/runtime/paramFeeder.ts';
import type { TrainStep } from '../engine/runtime/trainStep.ts';
import type { HostTensor } from '../engine/tensor/hostTensor.ts';
import { Random } from '../engine/tensor/random.ts';
import { everyCompletion, exactConfig, rewardOf } from '../testing/exactWorld.ts';
import { takeSteps } from './minibatchSteps.ts';
import { policyTerms } from './policyTerms.ts';
import { headOnPolicy } from './critic.ts';
import { estimateAdvantages, ppo, ppoLoss } from './ppo.ts';
import { ppoSettings } from './ppoSettings.ts';
import { rewardRollouts } from './rolloutScoring.ts';

const shape = { batch: 8, length: 8, slots: 64 };
const settings = ppoSettings.parse({ baseline: 'none', valueTrunk: 'shared', entropyCoef: 0.1, minibatches: 1 });
const layout = layoutWithHead(exactConfig, 'value_head');
const random = new Random(9);

/** Weights that differ everywhere, the value head's too: nothing vanishes by chance. */
const params = transferParams(llamaLayout(exactConfig), initParams(exactConfig, 7), layout).map((x) =>
  x === 0 ? random.normal() / 4 : x,
);

/** Sixteen completions with the host's symbols, as PPO makes them of random log-probs and values. */
function hostedRollouts() {
  const withHost = everyCompletion(true).filter(({ completionMask }) => completionMask!.includes(0));
  const completed = random
    .shuffle(withHost)
    .slice(0, 16)
    .map((one) => ({ ...one, promptIndex: 0, stopped: one.completionIds.at(-1) === exactConfig.eosId }));
  const columns = completed.map(({ completionIds }) => {
    const column = () => Float32Array.from(completionIds, () => random.normal() / 8 - 2);
    return { logprobs: column(), refLogprobs: column(), entropy: column(), klExact: column(), values: column() };
  });
  const judged = completed.map((one) => ({ score: rewardOf(one) }));
  const scored = rewardRollouts(completed, columns, judged, settings, 1);
  const estimates = estimateAdvantages(scored, settings);
  return scored.map((one, i) => ({ ...one, ...estimates[i]! }));
}

/** What one minibatch of all of them is fed. */
async function minibatchFeeds(): Promise<Feeds> {
  const algorithm = ppo(settings, headOnPolicy(exactConfig));
  let fed: readonly Feeds[] = [];
  const recorder = {
    step: (feeds: readonly Feeds[]) => {
      fed = feeds;
      return Promise.resolve({ loss: 0, gradNorm: 0, metrics: {} });
    },
  };
  const steps = takeSteps({
    train: recorder as unknown as TrainStep,
    shape,
    padId: exactConfig.padId,
    rollouts: hostedRollouts(),
    epochs: 1,
    minibatches: 1,
    learningRate: 0,
    seedOf: () => 1,
    columns: ['logprobs', ...algorithm.lossColumns],
    scalars: { inverseTemperature: 1, ...algorithm.lossScalars(settings, false) },
  });
  for await (const step of steps) void step;
  expect(fed).toHaveLength(1);
  return fed[0]!;
}

test('at forced tokens the gradient of the whole loss is exactly 0, before the LM head and the value head', async () => {
  const graph = new Graph();
  const policy = bindParams(graph, layout, 'named');
  const terms = policyTerms(graph, exactConfig, policy, shape);
  const { loss } = ppoLoss(terms, policy, headOnPolicy(exactConfig));
  graph.output('gradient', backward(loss, [terms.hidden])[0]!);

  const executor = await openNative({ threads: 1 });
  const program = await executor.compile(graph, { name: 'gradient' });
  const feeds = await minibatchFeeds();
  const { gradient } = await program.run({ ...namedParamFeeds(layout, params), ...feeds });
  await executor.dispose();

  const weights = Array.from((feeds['weights'] as HostTensor).data, Number);
  const used = weights.lastIndexOf(1) + 1;
  const forced = weights.slice(0, used).flatMap((weight, slot) => (weight === 0 ? [slot] : []));
  expect(forced.length).toBeGreaterThan(10);
  const rowOf = (slot: number) =>
    Array.from(
      (gradient as HostTensor).data.subarray(slot * exactConfig.width, (slot + 1) * exactConfig.width),
      Number,
    );
  weights.forEach((weight, slot) => {
    const largest = Math.max(...rowOf(slot).map(Math.abs));
    if (weight === 0) expect(largest).toBe(0);
    else expect(largest).toBeGreaterThan(0);
  });
});
