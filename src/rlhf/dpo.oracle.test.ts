/** DPO against a world in which every completion can be listed, and so its optimum π* ∝ ref·exp(r/β) is known. */
import { describe, expect, test } from 'vitest';
import * as ops from '../engine/autodiff/ops.ts';
import { lmFeeds } from '../engine/nn/languageModel.ts';
import { lmLogits, tokenLogprobs } from '../engine/nn/llama.ts';
import { packedHidden, packedInputs } from '../engine/nn/packed.ts';
import { f32 } from '../engine/tensor/hostTensor.ts';
import { Random } from '../engine/tensor/random.ts';
import { gradientOf } from '../testing/exactGradient.ts';
import { ExactReference, expectNearOptimum } from '../testing/exactReference.ts';
import { exactConfig, exactPrompts, rewardOf } from '../testing/exactWorld.ts';
import { createDpo } from './dpo.ts';
import { dpoLoss } from './dpoGraph.ts';
import { type DpoSettings, dpoSettings } from './dpoSettings.ts';
import { mean, sum } from './numerics.ts';
import { layOutBatch } from './packing.ts';
import { type TokenizedPreference, pairFeeds, pairRows, planPairs } from './pairBatches.ts';
import type { TokenizedExample } from './recipe.ts';
import { poolMatrix, sumWeights } from './sequencePool.ts';

const BETA = 0.5;
const world = new ExactReference();
const { completions, params: reference } = world;

const settings = dpoSettings.parse({
  beta: BETA,
  epochs: 3,
  batchSize: 32,
  sequenceLength: 8,
  learningRate: 3e-3,
  adamEpsilon: 1e-8,
  warmupFraction: 0.05,
  minLearningRateFraction: 0.02,
  evalEvery: 20_000,
});

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** The index of a completion of a prompt: three quarters as the reference draws them, the others any. */
function drawIndex(prompt: readonly number[], random: Random): number {
  const first = completions.findIndex(({ promptIds }) => promptIds === prompt);
  const last = completions.findLastIndex(({ promptIds }) => promptIds === prompt);
  if (random.uniform() < 0.25) return first + random.int(last - first + 1);
  let left = random.uniform();
  for (let i = first; i < last; i++) {
    left -= Math.exp(world.logprobs[i]!);
    if (left < 0) return i;
  }
  return last;
}

type Judge = (a: TokenizedExample, b: TokenizedExample, random: Random) => Partial<TokenizedPreference>;

/** P(a is better) by Bradley and Terry. */
const probabilityOf = (a: TokenizedExample, b: TokenizedExample): number => sigmoid(rewardOf(a) - rewardOf(b));

/** As if infinitely many labelers had been asked. */
const byProbability: Judge = (a, b) => ({ probability: probabilityOf(a, b) });

/** One labeler: noisy, as all are. */
const byOneLabel: Judge = (a, b, random) => {
  const [chosen, rejected] = random.uniform() < probabilityOf(a, b) ? [a, b] : [b, a];
  return { chosenIds: chosen.completionIds, rejectedIds: rejected.completionIds };
};

const theOtherWayRound: Judge = (a, b) => ({ probability: 1 - probabilityOf(a, b) });

function drawPairs(count: number, seed: number, judgePair: Judge = byProbability): TokenizedPreference[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, i) => {
    const promptIds = exactPrompts[i % 2]!;
    const [a, b] = [completions[drawIndex(promptIds, random)]!, completions[drawIndex(promptIds, random)]!];
    return { promptIds, chosenIds: a.completionIds, rejectedIds: b.completionIds, ...judgePair(a, b, random) };
  });
}

async function trainDpo(
  pairs: readonly TokenizedPreference[],
  changed: Partial<DpoSettings> = {},
  seed = 1,
): Promise<{ readonly params: Float32Array; readonly first: Readonly<Record<string, number>> }> {
  const run = await createDpo({
    executor: world.executor,
    config: exactConfig,
    params: reference,
    reference,
    train: pairs,
    heldout: [],
    settings: { ...settings, ...changed },
    seed,
  });
  let first: Readonly<Record<string, number>> | null = null;
  for await (const { metrics } of run.steps()) first ??= metrics;
  const params = await run.params();
  await run.dispose();
  return { params, first: first! };
}

const judge = (params: Float32Array) => world.judge(params, BETA);

/** Pairs drawn alike that were not trained on, by index. */
function testPairs(count: number): readonly (readonly [number, number])[] {
  const random = new Random(99);
  return Array.from({ length: count }, (_, i) => {
    const prompt = exactPrompts[i % 2]!;
    return [drawIndex(prompt, random), drawIndex(prompt, random)];
  });
}

/** Of σ(Δ) from the probability that the first of two is preferred, over pairs it wasn't trained on. */
function meanError(logprobs: readonly number[]): number {
  const implied = (i: number) => BETA * (logprobs[i]! - world.logprobs[i]!);
  return mean(
    testPairs(600).map(([a, b]) =>
      Math.abs(sigmoid(implied(a) - implied(b)) - probabilityOf(completions[a]!, completions[b]!)),
    ),
  );
}

describe('DPO', () => {
  test.each([1, 2, 3])(
    'reaches 95 in 100 of β·log Z’s gap, and its rewards are the true ones, seed %i',
    async (seed) => {
      const { params, first } = await trainDpo(drawPairs(24_000, seed), {}, seed);
      expect(first['loss']).toBeCloseTo(Math.LN2, 4);
      for (const key of ['rewards/chosen', 'rewards/rejected', 'rewards/margins']) expect(first[key]).toBeCloseTo(0, 4);

      const { share, logprobs } = await judge(params);
      expectNearOptimum(share);
      expect(meanError(logprobs)).toBeLessThan(0.05);
    },
  );

  test('with one noisy label a pair it gains most of it, and its rewards are nearly the true ones', async () => {
    const { params } = await trainDpo(drawPairs(24_000, 9, byOneLabel), { epochs: 1 });
    const { share, logprobs } = await judge(params);
    expect(share).toBeGreaterThan(0.7);
    expect(meanError(logprobs)).toBeLessThan(0.1);
  });

  test('a larger β leaves a smaller KL', async () => {
    const pairs = drawPairs(8000, 4);
    const kls: number[] = [];
    for (const beta of [0.2, 0.4, 0.8, 1.6]) kls.push((await judge((await trainDpo(pairs, { beta })).params)).kl);
    expect(kls).toEqual([...kls].sort((a, b) => b - a));
    expect(kls[0]! / kls.at(-1)!).toBeGreaterThan(4);
  });

  test('with labels the other way round it ends below the reference', async () => {
    const { params } = await trainDpo(drawPairs(8000, 5, theOtherWayRound));
    const { expectedReward, start } = await judge(params);
    expect(expectedReward).toBeLessThan(start - 0.3);
  });
});

test('IPO’s log-ratios approach (2p − 1)/2β, p the probability that the first is preferred', async () => {
  const { params, first } = await trainDpo(drawPairs(24_000, 6), { loss: 'ipo' });
  expect(first['loss']).toBeLessThan(1 / (4 * BETA * BETA));
  const { logprobs } = await judge(params);
  const logRatio = (i: number) => logprobs[i]! - world.logprobs[i]!;
  const rows = testPairs(600).map(([a, b]) => ({
    got: logRatio(a) - logRatio(b),
    wanted: (2 * probabilityOf(completions[a]!, completions[b]!) - 1) / (2 * BETA),
  }));
  expect(mean(rows.map(({ got, wanted }) => Math.abs(got - wanted)))).toBeLessThan(0.1);
});

test('SimPO gains reward without a reference', async () => {
  const { params, first } = await trainDpo(drawPairs(8000, 7), { loss: 'simpo', beta: 2, targetMargin: 1 });
  expect(first['rewards/chosen']).toBeLessThan(0);
  const { expectedReward, start } = await judge(params);
  expect(expectedReward).toBeGreaterThan(start + 0.3);
});

test('its gradient at the reference is −β/2 of the difference of the two log-probs’ gradients', async () => {
  const pairs = drawPairs(12, 8).map(({ promptIds, chosenIds, rejectedIds }) => ({
    chosen: { promptIds, completionIds: chosenIds },
    rejected: { promptIds, completionIds: rejectedIds },
    isTie: false,
  }));
  const { executor } = world;
  const shape = { batch: 32, length: 8, slots: 128, sequences: 32 };
  const [batch] = planPairs(pairs, shape, 1, 1);
  const rowOf = pairRows(batch!);
  const rows = new Float32Array(shape.sequences);
  const signs = new Map<TokenizedExample, number>();
  const chosenOf = batch!.pairs.map(({ chosen }) => chosen);
  for (const { chosen, rejected } of batch!.pairs) {
    for (const text of [chosen, rejected]) {
      const at = completions.findIndex(
        (one) => one.promptIds === text.promptIds && one.completionIds.join() === text.completionIds.join(),
      );
      rows[rowOf(text, 0)] = world.logprobs[at]!;
      signs.set(text, chosenOf.includes(text) ? 1 : -1);
    }
  }
  const layOut = lmFeeds(layOutBatch(batch!.plan, shape, exactConfig.padId), shape);
  const ofLoss = await gradientOf(
    executor,
    reference,
    (graph, policy) => dpoLoss(graph, exactConfig, policy, shape, settings).loss,
    {
      ...layOut,
      ...pairFeeds(batch!.pairs, shape),
      pool: poolMatrix(batch!.plan, shape, rowOf, sumWeights),
      reference: f32(rows, [shape.sequences, 1]),
    },
  );
  const coefficients = batch!.plan
    .flat()
    .flatMap((text) => text.completionIds.map(() => (-BETA / 2) * (signs.get(text)! / batch!.pairs.length)));
  const column = new Float32Array(shape.slots);
  column.set(coefficients);
  const analytic = await gradientOf(
    executor,
    reference,
    (graph, policy) => {
      const logits = lmLogits(policy, packedHidden(exactConfig, policy, packedInputs(graph, shape)));
      const logprobs = tokenLogprobs(logits, graph.input('targets', [shape.slots, 1], 'i32'));
      return ops.reduceSum(ops.mul(logprobs, graph.input('coefficients', [shape.slots, 1])));
    },
    { ...layOut, coefficients: f32(column, [shape.slots, 1]) },
  );
  const size = Math.sqrt(sum(analytic.map((g) => g * g)));
  const off = Math.sqrt(sum(analytic.map((g, i) => (g - ofLoss[i]!) ** 2)));
  expect(size).toBeGreaterThan(1e-3);
  expect(off / size).toBeLessThan(1e-4);
});
