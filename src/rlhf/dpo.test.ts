import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Executor } from '../engine/runtime/executor.ts';
import { openNative } from '../engine/runtime/native.ts';
import { evaluate } from '../testing/evaluate.ts';
import { strongParams } from '../testing/exactReference.ts';
import { exactConfig } from '../testing/exactWorld.ts';
import { createCompletionScorer } from './completionLogprobs.ts';
import { type DpoOptions, type DpoStep, checkFirstLoss, createDpo } from './dpo.ts';
import { preferenceLosses } from './dpoGraph.ts';
import { type DpoLoss, type DpoSettings, dpoSettings } from './dpoSettings.ts';
import { sum } from './numerics.ts';
import type { TokenizedPreference } from './pairBatches.ts';

const reference = strongParams(7);
let executor: Executor;
beforeAll(async () => {
  executor = await openNative({ threads: 1 });
});
afterAll(() => executor.dispose());

const pair = (chosenIds: number[], rejectedIds: number[], more: Partial<TokenizedPreference> = {}) => ({
  promptIds: [2],
  chosenIds,
  rejectedIds,
  ...more,
});
const pairs: readonly TokenizedPreference[] = [
  pair([3, 5, 0], [4, 4, 6, 0]),
  pair([3, 0], [6, 0]),
  pair([5, 3, 0], [4, 0]),
  pair([3, 3, 5, 0], [6, 6, 0]),
  pair([5, 0], [4, 3, 4, 0]),
  pair([3, 5, 5, 0], [4, 6, 0]),
];

async function open(changed: Partial<DpoSettings> = {}, more: Partial<DpoOptions> = {}) {
  return createDpo({
    executor,
    config: exactConfig,
    params: reference,
    reference,
    train: pairs,
    heldout: pairs.slice(0, 2),
    settings: {
      ...dpoSettings.parse({ epochs: 3, batchSize: 2, sequenceLength: 8, learningRate: 3e-3, evalEvery: 3 }),
      ...changed,
    },
    seed: 3,
    ...more,
  });
}

async function train(changed: Partial<DpoSettings> = {}, more: Partial<DpoOptions> = {}, isWatched = false) {
  const run = await open(changed, more);
  run.watch(isWatched);
  const steps: DpoStep[] = [];
  for await (const step of run.steps()) steps.push(step);
  const params = await run.params();
  await run.dispose();
  return { steps, params };
}

function lossOf(loss: DpoLoss, difference: number, label: number, changed: object = {}): number {
  const settings = { ...dpoSettings.parse({ loss }), ...changed };
  const { value } = evaluate({ difference, label }, (graph) => ({
    value: preferenceLosses[loss].of(graph.input('difference', [1, 1]), graph.input('label', [1, 1]), settings),
  }));
  return value[0]!;
}

describe('the losses, by hand', () => {
  it('sigmoid: −log σ(Δ) with a label of 1, half of both ways with ½', () => {
    expect(lossOf('sigmoid', 0.7, 1)).toBeCloseTo(Math.log(1 + Math.exp(-0.7)), 12);
    const [won, lost] = [Math.log(1 + Math.exp(-0.7)), Math.log(1 + Math.exp(0.7))];
    expect(lossOf('sigmoid', 0.7, 0.5)).toBeCloseTo((won + lost) / 2, 12);
  });

  it('ipo: the squared distance of Δ/β from 1/2β, and from 0 for a tie', () => {
    // Δ/β = 3, 1/2β = 2.5
    expect(lossOf('ipo', 0.6, 1, { beta: 0.2 })).toBeCloseTo(0.25, 12);
    expect(lossOf('ipo', 0.6, 0.5, { beta: 0.2 })).toBeCloseTo(9, 12);
  });

  it('simpo: −log σ(Δ − γ), and no margin for a tie', () => {
    expect(lossOf('simpo', 0.7, 1, { targetMargin: 0.5 })).toBeCloseTo(Math.log(1 + Math.exp(-0.2)), 12);
    expect(lossOf('simpo', 0, 0.5, { targetMargin: 0.5 })).toBeCloseTo(Math.LN2, 12);
  });
});

describe('a step', () => {
  it('is reported by TRL’s names, from log-probs that the reference’s own agree with', async () => {
    const scorer = await createCompletionScorer(executor, exactConfig, { batch: 8, length: 8, slots: 64 });
    const texts = [pairs[0]!].flatMap(({ promptIds, chosenIds, rejectedIds }) => [
      { promptIds, completionIds: chosenIds },
      { promptIds, completionIds: rejectedIds },
    ]);
    const [chosen, rejected] = (await scorer.logprobs(reference, texts)).map((list) => sum([...list]));
    await scorer.dispose();
    const { steps } = await train({ nllWeight: 0.2, beta: 0.5 }, { train: [pairs[0]!], heldout: [] });
    const first = steps[0]!.metrics;
    expect(first['logps/chosen']).toBeCloseTo(chosen!, 4);
    expect(first['logps/rejected']).toBeCloseTo(rejected!, 4);
    expect(first['nll_loss']).toBeCloseTo(-chosen! / 3, 4);
    expect(first['loss']).toBeCloseTo(Math.LN2 + (0.2 * -chosen!) / 3, 4);
    expect(first['rewards/margins']).toBeCloseTo(0, 4);
    const second = steps[1]!.metrics;
    expect(second['rewards/chosen']).toBeCloseTo(0.5 * (second['logps/chosen']! - chosen!), 4);
    expect(second['rewards/rejected']).toBeCloseTo(0.5 * (second['logps/rejected']! - rejected!), 4);
    const margin = second['rewards/chosen']! - second['rewards/rejected']!;
    expect(second['rewards/margins']).toBeCloseTo(margin, 5);
    expect(margin).toBeGreaterThan(0);
    expect(second['rewards/accuracies']).toBe(1);
  });

  it('of SimPO counts log-probs a token and knows no reference', async () => {
    const { steps } = await train({ loss: 'simpo', beta: 2, nllWeight: 0.1 }, { train: [pairs[0]!], heldout: [] });
    const { metrics } = steps[0]!;
    expect(metrics['rewards/chosen']).toBeCloseTo(2 * metrics['logps/chosen']!, 4);
    expect(metrics['nll_loss']).toBeCloseTo(-metrics['logps/chosen']!, 5);
  });

  it('shows its pairs before and after while it is watched, and with evaluations, and is the same step', async () => {
    const alone = await train();
    const watched = await train({}, {}, true);
    expect(watched.params).toEqual(alone.params);
    expect(watched.steps.map(({ metrics }) => metrics)).toEqual(alone.steps.map(({ metrics }) => metrics));
    const lookedAt = ({ steps }: typeof alone) => steps.filter(({ looked }) => looked).map(({ step }) => step);
    const last = alone.steps.at(-1)!.step;
    expect(lookedAt(watched)).toEqual(alone.steps.slice(1).map(({ step }) => step));
    expect(lookedAt(alone)).toEqual([...new Set([3, 6, 9, last])].filter((step) => step <= last).sort((a, b) => a - b));

    const [one] = watched.steps[1]!.looked!;
    expect(pairs).toContain(one!.preference);
    expect(one!.chosen.before).toHaveLength(one!.preference.chosenIds.length);
    one!.chosen.before.forEach((value, t) => expect(value).toBeCloseTo(one!.chosen.reference[t]!, 4));
    const gap = (when: 'before' | 'after') => sum([...one!.chosen[when]]) - sum([...one!.rejected[when]]);
    expect(gap('after')).toBeGreaterThan(gap('before'));
  });
});

describe('a run', () => {
  it('is measured on held-out pairs before the first step, every so often, and after the last', async () => {
    const { steps } = await train();
    expect(steps[0]).toMatchObject({ step: 0, metrics: { 'eval/rewards/margins': expect.closeTo(0, 4) as number } });
    expect(steps[0]!.metrics['eval/loss']).toBeCloseTo(Math.LN2, 4);
    expect(steps.at(-1)!.metrics['eval/rewards/accuracies']).toBe(1);
    expect(steps.at(-1)!.metrics['eval/loss']).toBeLessThan(Math.LN2);
    expect((await train({}, { heldout: [] })).steps[0]!.step).toBe(1);
  });

  it('averages held-out pairs over batches of any size', async () => {
    // three pairs in batches of two texts: each stands alone, and all count the same
    const heldout = pairs.slice(0, 3);
    const one = async (list: readonly TokenizedPreference[]) => {
      const { steps } = await train({ epochs: 1, evalEvery: 1 }, { heldout: list });
      return steps.at(-1)!.metrics;
    };
    const together = await one(heldout);
    const apart = await Promise.all(heldout.map((each) => one([each])));
    for (const key of ['eval/loss', 'eval/rewards/accuracies', 'eval/rewards/margins']) {
      expect(together[key], key).not.toBe(0);
      expect(together[key], key).toBeCloseTo(sum(apart.map((metrics) => metrics[key]!)) / 3, 5);
    }
  });

  it('warms up, falls to its end, and is evaluated at no other steps than said', async () => {
    const settings = { epochs: 2, evalEvery: 4, learningRate: 1e-3, warmupFraction: 0.5, minLearningRateFraction: 0.1 };
    const { steps } = await train(settings);
    const rates = steps.slice(1).map(({ metrics }) => metrics['learning_rate']!);
    expect(rates).toHaveLength(6);
    [1 / 3, 2 / 3, 1].forEach((share, i) => expect(rates[i]).toBeCloseTo(1e-3 * share, 8));
    expect(rates[5]).toBeCloseTo(1e-4, 8);
    expect(rates[4]).toBeGreaterThan(rates[5]!);
    const evaluated = steps.flatMap(({ step, metrics }) => (metrics['eval/loss'] === undefined ? [] : [step]));
    expect(evaluated).toEqual([0, 4, 6]);
    expect((await train(settings, { heldout: [] })).steps.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('says when its first loss isn’t what it must be where policy and reference are the same', () => {
    const settings = dpoSettings.parse({});
    const sure = [{ isTie: false }];
    expect(() => checkFirstLoss(0, Math.LN2, sure, settings)).not.toThrow();
    expect(() => checkFirstLoss(0.01, Math.LN2, sure, settings)).toThrow(/first loss is 0.69/);
    expect(() => checkFirstLoss(0, 0.7, sure, settings)).toThrow(/0.6931.* were expected/);
    expect(() => checkFirstLoss(0, 9, sure, { ...settings, nllWeight: 0.1 })).not.toThrow();
    // ties have another first loss under IPO, and the same under the sigmoid
    const tie = [{ isTie: true }];
    expect(() => checkFirstLoss(0, 9, tie, { ...settings, loss: 'ipo' })).not.toThrow();
    expect(() =>
      checkFirstLoss(0, 9, [{ isTie: false, probability: 0.5 }], { ...settings, loss: 'ipo' }),
    ).not.toThrow();
    expect(() => checkFirstLoss(0, 9, sure, { ...settings, loss: 'ipo' })).toThrow();
    expect(() => checkFirstLoss(0, 9, tie, settings)).toThrow();
  });

  it('goes on from a kept state to the same weights', async () => {
    const straight = await train();
    const run = await open();
    const steps = run.steps();
    for (let pulled = 0; pulled < 4; pulled++) await steps.next();
    const kept = await run.state();
    await run.dispose();
    const rest = await train({}, { resume: { step: 3, train: kept } });
    expect(rest.params).toHaveLength(reference.length);
    expect(rest.params).toEqual(straight.params);
    expect(rest.steps).toEqual(straight.steps.slice(4));
  });

  it('goes over the visitor’s own pairs last, at a third of the rate', async () => {
    const own = { pairs: [pair([6, 0], [3, 0])], epochs: 2 };
    const { steps } = await train({}, { last: own, heldout: [] });
    const { steps: without } = await train({}, { heldout: [] });
    expect(steps.length).toBe(without.length + 2);
    expect(steps.slice(-3).map(({ lastFrom }) => lastFrom)).toEqual([undefined, steps.length - 1, steps.length - 1]);
    expect(steps.at(-1)!.metrics['learning_rate']).toBeCloseTo(1e-3, 12);
    const reversed = await train({ learningRate: 3e-2 }, { train: [], last: { ...own, epochs: 10 }, heldout: [] });
    expect(reversed.steps.at(-1)!.metrics['rewards/margins']).toBeGreaterThan(0);
  });

  it('leaves ties out or learns that neither is better', async () => {
    const tied = pairs.map((one) => ({ ...one, isTie: true }));
    await expect(train({}, { train: tied })).rejects.toThrow('There are no pairs to learn from');
    const { steps } = await train({ dropTies: false }, { train: tied, heldout: [] });
    expect(Math.abs(steps.at(-1)!.metrics['rewards/margins']!)).toBeLessThan(0.05);
  });

  it('may start away from its reference', async () => {
    const moved = reference.map((x, i) => (i % 3 === 0 ? x * 1.3 : x));
    const { steps } = await train({}, { params: moved, heldout: [] });
    expect(steps[0]!.metrics['rewards/margins']).not.toBeCloseTo(0, 3);
  });
});
