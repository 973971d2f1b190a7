import { afterAll, beforeAll, expect, test } from 'vitest';
import { initParams } from '../engine/nn/paramLayout.ts';
import type { Executor } from '../engine/runtime/executor.ts';
import { openNative } from '../engine/runtime/native.ts';
import { exactConfig } from '../testing/exactWorld.ts';
import { mean, variance } from './numerics.ts';
import type { TokenizedPreference } from './pairBatches.ts';
import {
  type RewardModelOptions,
  type RewardModelStep,
  checkFirstLoss,
  createRewardModel,
  heldoutMetrics,
} from './rewardModel.ts';
import { rewardModelSettings } from './rewardModelSettings.ts';
import { createRewardScorer } from './rewardScorer.ts';

let executor: Executor;
beforeAll(async () => {
  executor = await openNative({ threads: 1 });
});
afterAll(() => executor.dispose());

const { eosId } = exactConfig;
const params = initParams(exactConfig, 7);
const settings = rewardModelSettings.parse({
  epochs: 2,
  batchSize: 4,
  sequenceLength: 8,
  learningRate: 0.02,
  warmupFraction: 0.25,
  weightDecay: 0,
  evalEvery: 2,
});

/** The letter 3 is always better than the letter 4. */
const pairsOf = (count: number, more: Partial<TokenizedPreference> = {}): TokenizedPreference[] =>
  Array.from({ length: count }, (_, i) => ({
    promptIds: [2],
    chosenIds: [3, 5 + (i % 3), eosId],
    rejectedIds: i % 2 === 0 ? [4, eosId] : [4, 6, 7],
    ...more,
  }));
const swapped = (pairs: readonly TokenizedPreference[]) =>
  pairs.map((pair) => ({ ...pair, chosenIds: pair.rejectedIds, rejectedIds: pair.chosenIds }));

const optionsWith = (changed: Partial<RewardModelOptions> = {}): RewardModelOptions => ({
  executor,
  config: exactConfig,
  params,
  reference: params,
  train: pairsOf(24),
  heldout: pairsOf(6),
  settings,
  seed: 3,
  ...changed,
});

async function train(changed: Partial<RewardModelOptions> = {}) {
  const run = await createRewardModel(optionsWith(changed));
  const steps: RewardModelStep[] = [];
  for await (const step of run.steps()) steps.push(step);
  const [model, state] = [await run.model(), await run.state()];
  await run.dispose();
  return { steps, model, state };
}

const figure = (steps: readonly RewardModelStep[], key: string) => steps.map(({ metrics }) => metrics[key]);

test('it starts at ln 2 and no idea, and learns whose text is chosen, trained on and held out', async () => {
  const { steps } = await train();
  const [before, first] = steps;
  expect(before).toMatchObject({ step: 0, metrics: { 'eval/accuracy': 0.5 } });
  expect(before!.metrics['eval/loss']).toBeCloseTo(Math.LN2, 6);
  expect(first!.metrics['loss']).toBeCloseTo(Math.LN2, 6);
  const last = steps.at(-1)!;
  expect(last.step).toBe(last.totalSteps);
  expect(last.metrics['loss']).toBeLessThan(0.3);
  expect(last.metrics).toMatchObject({ accuracy: 1, 'eval/accuracy': 1 });
  for (const { probability } of last.predictions!) expect(probability).toBeGreaterThan(0.7);
});

test('held-out figures come before the first step, every so often, and after the last; predictions with them', async () => {
  const { steps } = await train({ settings: { ...settings, evalEvery: 7 } });
  const evaluated = steps.filter(({ metrics }) => 'eval/loss' in metrics).map(({ step }) => step);
  const { totalSteps } = steps[0]!;
  expect(totalSteps).toBeGreaterThan(7);
  expect(evaluated).toEqual([0, 7, totalSteps]);
  expect(steps.filter(({ predictions }) => predictions).map(({ step }) => step)).toEqual(evaluated);
  expect(steps[0]!.predictions!.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
});

test('without held-out pairs there is no step 0', async () => {
  const { steps } = await train({ heldout: [] });
  expect(steps[0]!.step).toBe(1);
  expect(figure(steps, 'eval/loss').every((loss) => loss === undefined)).toBe(true);
});

test('swapped labels make a model of the opposite taste', async () => {
  const { steps } = await train({ train: swapped(pairsOf(24)) });
  expect(steps.at(-1)!.metrics).toMatchObject({ accuracy: 1, 'eval/accuracy': 0 });
});

test('ties are left out, or train towards equal scores', async () => {
  const ties = pairsOf(24, { isTie: true });
  await expect(createRewardModel(optionsWith({ train: ties }))).rejects.toThrow(/no pairs to learn from/);
  const kept = await train({ train: [...ties, ...swapped(ties)], settings: { ...settings, dropTies: false } });
  const loss = figure(kept.steps, 'loss').at(-1)!;
  expect(loss).toBeCloseTo(Math.LN2, 3);
  const mixed = await train({ train: [...pairsOf(24), ...ties] });
  const plain = await train();
  expect(figure(mixed.steps, 'loss')).toEqual(figure(plain.steps, 'loss'));
});

test('a margin times its scale raises the first loss above ln 2: −log σ(0 − m)', async () => {
  const margin = 0.5;
  const { steps } = await train({ train: pairsOf(24, { margin }), settings: { ...settings, marginScale: 2 } });
  expect(figure(steps, 'loss')[1]).toBeCloseTo(Math.log(1 + Math.exp(1)), 5);
  const off = await train({ train: pairsOf(24, { margin }) });
  expect(figure(off.steps, 'loss')[1]).toBeCloseTo(Math.LN2, 6);
  const tied = await train({
    train: pairsOf(24, { margin, isTie: true }),
    settings: { ...settings, marginScale: 2, dropTies: false },
  });
  expect(figure(tied.steps, 'loss')[1]).toBeCloseTo(Math.LN2, 6);
});

test('the last pairs come after all others, at a third of the peak rate, and are announced', async () => {
  const { steps } = await train({ last: { pairs: swapped(pairsOf(4)), epochs: 6 } });
  const announced = steps.filter(({ isBeforeLast }) => isBeforeLast);
  expect(announced).toHaveLength(1);
  const main = announced[0]!.step;
  const after = steps.filter(({ step }) => step > main);
  expect(after.length).toBeGreaterThanOrEqual(6);
  expect(steps.filter(({ lastFrom }) => lastFrom === main + 1)).toEqual(after);
  for (const { metrics } of after) expect(metrics['learning_rate']).toBeCloseTo(settings.learningRate / 3, 12);
  expect(announced[0]!.metrics['eval/accuracy']).toBe(1);
  const rates = figure(steps, 'learning_rate').slice(1, main + 1) as number[];
  expect(Math.max(...rates)).toBeCloseTo(settings.learningRate, 12);
  expect(rates.at(-1)).toBeCloseTo(settings.learningRate * settings.minLearningRateFraction, 12);
  expect(rates[0]).toBeLessThan(settings.learningRate);
});

test('after the last of the main pairs the model is looked at, and nothing is announced where no others come', async () => {
  const settled = { ...settings, evalEvery: 1000 };
  const { steps } = await train({ train: pairsOf(6), last: { pairs: pairsOf(6), epochs: 2 }, settings: settled });
  const main = steps.find(({ isBeforeLast }) => isBeforeLast)!.step;
  const { totalSteps } = steps[0]!;
  expect(totalSteps).toBeGreaterThan(main);
  expect(steps.filter(({ metrics }) => 'eval/loss' in metrics).map(({ step }) => step)).toEqual([0, main, totalSteps]);
  const alone = await train({ settings: settled });
  expect(alone.steps.some(({ isBeforeLast }) => isBeforeLast)).toBe(false);
  expect(Object.keys(alone.steps[0]!.metrics)).toEqual(['eval/loss', 'eval/accuracy']);
});

test('only last pairs are pairs enough', async () => {
  const { steps } = await train({ train: [], last: { pairs: pairsOf(4), epochs: 1 } });
  expect(steps.at(-1)!.step).toBe(steps[0]!.totalSteps);
});

test('resumed, it takes the rest of the steps to the same weights, without a step 0', async () => {
  const run = await createRewardModel(optionsWith());
  const expected: RewardModelStep[] = [];
  let kept: Awaited<ReturnType<typeof run.state>> | null = null;
  for await (const step of run.steps()) {
    expected.push(step);
    if (step.step === 3) kept = await run.state();
  }
  const model = await run.model();
  await run.dispose();
  const resumed = await train({ resume: { step: 3, train: kept! } });
  expect(resumed.steps).toEqual(expected.filter(({ step }) => step > 3));
  expect(resumed.model).toEqual(model);
});

test.each(['meanPooled', 'lastToken'] as const)(
  'the %s head’s scores have mean 0 and deviation 1 on the training texts, the chosen ones above the rejected',
  async (head) => {
    const { model } = await train({ settings: { ...settings, head } });
    expect(model.head).toBe(head);
    const scorer = await createRewardScorer(executor, exactConfig, model, {
      batch: 4,
      length: 8,
      slots: 32,
      sequences: 16,
    });
    const texts = pairsOf(24).flatMap(({ promptIds, chosenIds, rejectedIds }) => [
      { promptIds, completionIds: chosenIds },
      { promptIds, completionIds: rejectedIds },
    ]);
    const scores = await scorer.score(texts);
    expect(mean(scores)).toBeCloseTo(0, 4);
    expect(variance(scores)).toBeCloseTo(1, 3);
    for (let pair = 0; pair < 24; pair++) expect(scores[2 * pair]).toBeGreaterThan(scores[2 * pair + 1]!);
    // A prefix is scored as the completion it would be, so the last prefix is the completion.
    const prefixes = await scorer.scorePrefixes(texts[0]!);
    expect(prefixes).toHaveLength(3);
    expect(prefixes[2]).toBeCloseTo(scores[0]!, 5);
    expect(prefixes[1]).toBeCloseTo((await scorer.score([{ promptIds: [2], completionIds: [3, 5] }]))[0]!, 5);
    await scorer.dispose();
  },
);

test('the mean-pooled head reads the reference’s log-probs, the other head doesn’t; the reference is a copy', async () => {
  const other = initParams(exactConfig, 8).map((x) => (x === 1 ? x : 20 * x));
  for (const head of ['meanPooled', 'lastToken'] as const) {
    const curve = async (reference: Float32Array) => {
      const { steps, model } = await train({ reference, settings: { ...settings, head } });
      expect(model.reference).toEqual(reference);
      expect(model.reference).not.toBe(reference);
      return figure(steps, 'loss');
    };
    const [one, two] = [await curve(params), await curve(other)];
    if (head === 'meanPooled') expect(two).not.toEqual(one);
    else expect(two).toEqual(one);
  }
});

test('a prediction is σ of the difference of the raw scores, chosen less rejected', async () => {
  const heldout = pairsOf(4).map((pair, i) => (i % 2 === 0 ? pair : swapped([pair])[0]!));
  const { steps, model } = await train({ heldout });
  const scorer = await createRewardScorer(executor, exactConfig, model, {
    batch: 4,
    length: 8,
    slots: 32,
    sequences: 16,
  });
  for (const { index, probability } of steps.at(-1)!.predictions!) {
    const { promptIds, chosenIds, rejectedIds } = heldout[index]!;
    const [chosen, rejected] = await scorer.score([
      { promptIds, completionIds: chosenIds },
      { promptIds, completionIds: rejectedIds },
    ]);
    expect(probability).toBeCloseTo(1 / (1 + Math.exp(-(chosen! - rejected!) * model.sd)), 4);
  }
  await scorer.dispose();
});

test('a first loss that isn’t ln 2 is an error of the lab, unless a margin was asked for', () => {
  const plain = [{ margin: 0 }, { margin: 0 }];
  expect(() => checkFirstLoss(Math.LN2 + 5e-5, plain)).not.toThrow();
  for (const loss of [0.6, 0.8]) {
    expect(() => checkFirstLoss(loss, plain)).toThrow(`the reward model's first loss is ${loss}; ln 2`);
    expect(() => checkFirstLoss(loss, [{ margin: 0 }, { margin: 1 }])).not.toThrow();
  }
});

test('a model of which all scores are equal has a deviation to divide by', async () => {
  const run = await createRewardModel(optionsWith());
  const { mean: center, sd } = await run.model();
  await run.dispose();
  expect([center, sd]).toEqual([0, 1e-6]);
});

test('held-out figures: loss over all, accuracy over untied pairs, in all and by labeler', () => {
  const prediction = (probability: number, group = '', isTie = false) => ({ index: 0, probability, group, isTie });
  const metrics = heldoutMetrics([
    prediction(0.8, 'expert'),
    prediction(0.4, 'expert'),
    prediction(0.5, 'ai'),
    prediction(0.9, 'ai', true),
    prediction(0.7),
  ]);
  const losses = [0.8, 0.4, 0.5, 0.7].map((p) => -Math.log(p));
  expect(metrics['eval/loss']).toBeCloseTo(mean([...losses, -0.5 * Math.log(0.9) - 0.5 * Math.log(0.1)]), 9);
  expect(metrics['eval/accuracy']).toBe((1 + 0 + 0.5 + 1) / 4);
  expect(metrics['eval/accuracy/expert']).toBe(0.5);
  expect(metrics['eval/accuracy/ai']).toBe(0.5);
  expect(Object.keys(metrics)).toHaveLength(4);
  expect(Object.keys(heldoutMetrics([prediction(0.6, 'ai', true)]))).toEqual(['eval/loss']);
});

test('shows its pairs’ scores moving apart: with evaluations, and while it is watched; the same model', async () => {
  const run = await createRewardModel(optionsWith({ settings: { ...settings, evalEvery: 100 } }));
  const steps: RewardModelStep[] = [];
  for await (const step of run.steps()) {
    steps.push(step);
    run.watch(step.step === 1);
  }
  const model = await run.model();
  await run.dispose();
  const last = steps.at(-1)!.step;
  expect(steps.filter(({ looked }) => looked).map(({ step }) => step)).toEqual([2, last]);
  const looked = steps.find(({ step }) => step === 2)!.looked!;
  expect(looked.length).toBeGreaterThan(0);
  const apart = (when: 'before' | 'after') =>
    looked.reduce((sum, { chosen, rejected }) => sum + chosen[when] - rejected[when], 0);
  expect(apart('after')).toBeGreaterThan(apart('before'));
  for (const { preference } of looked) expect(preference.chosenIds[0]).toBe(3);
  const unwatched = await train({ settings: { ...settings, evalEvery: 100 } });
  expect(model.params).toEqual(unwatched.model.params);
});
