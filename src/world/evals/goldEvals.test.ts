import { describe, expect, test } from 'vitest';
import type { Prompt, PromptFamily } from '../types.ts';
import { meaningOfEval } from './evalMeanings.ts';
import { gainsByPrompt, goldByPrompt, winRate } from './goldEvals.ts';
import { type GoldGroup, goldPlan } from './goldPlan.ts';
import { meansOf } from './statistics.ts';

const asked = (family: PromptFamily): Prompt => ({
  id: family,
  family,
  split: 'heldoutPhrasing',
  question: 'Hm?',
  text: 'User: Hm?\nAssistant:',
});
const scoreGold = (...asked: Parameters<typeof goldByPrompt>) => meansOf(goldByPrompt(...asked));
const scoreGoldGain = (...asked: Parameters<typeof gainsByPrompt>) => meansOf(gainsByPrompt(...asked));
const families: PromptFamily[] = ['open', 'open', 'writing', 'open'];
const groups = goldPlan({ seed: 1, size: 'quick' }).map((group): GoldGroup => ({
  ...group,
  prompts: group.name === 'entities' ? [asked('open')] : families.map(asked),
}));

describe('goldPlan', () => {
  test('asks 200 prompts in new words, 200 of new entities; quick a quarter', () => {
    const plan = goldPlan({ seed: 3 });
    expect(plan.map(({ name, prompts }) => [name, prompts.length])).toEqual([
      ['phrasings', 200],
      ['phrasingsGreedy', 200],
      ['entities', 200],
    ]);
    expect(plan[1]!.prompts).toEqual(plan[0]!.prompts);
    expect(plan.map(({ sampling }) => sampling.greedy)).toEqual([false, true, false]);
    expect(goldPlan({ seed: 3, size: 'quick' }).map(({ prompts }) => prompts.length)).toEqual([50, 50, 50]);
    expect(goldPlan({ seed: 3 })).toEqual(plan);
  });
});

describe('gold figures', () => {
  // Phrasings .2 .4 −.6 .8: mean .2; deviations 0 .2 −.8 .6, squares 1.04, s.e. √(1.04/3/4).
  const golds = [[0.2, 0.4, -0.6, 0.8], [1, 1, 1, 0], [0.5]];
  const reference = [[0.2, 0.6, -1, 0], [1, 0, 1, 0], [0.1]];

  test('means, and means by family', () => {
    const scores = scoreGold(groups, golds);
    expect(scores['gold/mean']!.value).toBeCloseTo(0.2, 12);
    expect(scores['gold/mean']!.se).toBeCloseTo(Math.sqrt(1.04 / 12), 12);
    expect(scores['gold/mean_greedy']).toMatchObject({ value: 0.75, n: 4 });
    expect(scores['gold/mean_heldout_entities']).toEqual({ value: 0.5, se: 0, n: 1 });
    expect(scores['gold/open']!.value).toBeCloseTo(1.4 / 3, 12);
    expect(scores['gold/writing']).toEqual({ value: -0.6, se: 0, n: 1 });
    expect(Object.keys(scores)).toHaveLength(5);
  });

  test('gains are paired: the spread between prompts does not count', () => {
    // Differences 0 −.2 .4 .8: mean .25, squares .0625 + .2025 + .0225 + .3025 = .59.
    const gains = scoreGoldGain(groups, golds, reference);
    expect(gains['gold/gain']!.value).toBeCloseTo(0.25, 12);
    expect(gains['gold/gain']!.se).toBeCloseTo(Math.sqrt(0.59 / 3 / 4), 12);
    expect(gains['gold/gain_greedy']).toMatchObject({ value: 0.25, n: 4 });
    expect(gains['gold/gain_heldout_entities']!.value).toBeCloseTo(0.4, 12);
    expect(gains['gold/gain/open']!.value).toBeCloseTo(0.2, 12);
    expect(gains['gold/gain/writing']!.value).toBeCloseTo(0.4, 12);
    // Tie, lost, won, won: (½ + 0 + 1 + 1) / 4.
    expect(gains['win_rate/gold']).toMatchObject({ value: 0.625, n: 4 });
  });

  test('copies of a prompt count as one: their mean', () => {
    const twice = groups.map((group) => (group.name === 'phrasings' ? { ...group, copies: 2 } : group));
    const doubled = [[0.2, 0.4, -0.6, 0.8, 0.4, 0.2, 0.6, 0], golds[1]!, golds[2]!];
    // By prompt .3 .3 0 .4: mean .25, squares .0025 · 2 + .0625 + .0225 = .09.
    const { value, se, n } = scoreGold(twice, doubled)['gold/mean']!;
    expect([value, se, n]).toEqual([expect.closeTo(0.25, 12), expect.closeTo(Math.sqrt(0.09 / 3 / 4), 12), 4]);
  });

  test('a shift of all rewards by the same amount is a gain without error', () => {
    const shifted = golds.map((group) => group.map((gold) => gold - 0.25));
    const gain = scoreGoldGain(groups, golds, shifted)['gold/gain']!;
    expect(gain.value).toBeCloseTo(0.25, 12);
    expect(gain.se).toBeCloseTo(0, 12);
  });

  test('every figure has its line', () => {
    const names = Object.keys({ ...scoreGold(groups, golds), ...scoreGoldGain(groups, golds, reference) });
    for (const name of names) expect(meaningOfEval(name), name).toBeTypeOf('string');
    expect(meaningOfEval('gold/gain/writing')).toContain('less that of its reference');
    expect(meaningOfEval('gold/weather')).toBeUndefined();
    expect(meaningOfEval('toString')).toBeUndefined();
  });
});

test('win rates count a tie as half', () => {
  // 1, ½, 0: mean ½, s.e. √(.5/2/3).
  const { value, se, n } = winRate([2, 1, 0], [1, 1, 1]);
  expect([value, n]).toEqual([0.5, 3]);
  expect(se).toBeCloseTo(Math.sqrt(0.25 / 3), 12);
  expect(winRate([0.1 + 0.2], [0.3]).value).toBe(0.5);
});
