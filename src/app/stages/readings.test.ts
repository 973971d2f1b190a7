import { describe, expect, it } from 'vitest';
import type { RolloutView } from '../../lab/stages/onPolicy/detail.ts';
import type { StepPhase } from '../../lab/stages/stageRun.ts';
import { frontierOf } from './onPolicy/frontier.ts';
import { describePhase, placePhases } from './onPolicy/phases.ts';
import { readRewardModel } from './rewardModel/readRewardModel.ts';
import { moveOf, readRl, type RlCurves } from './onPolicy/readRl.ts';
import { describeUnit } from './onPolicy/scoreUnit.ts';
import type { Curve } from '../../lab/curve.ts';

const curve = (values: readonly number[], from = 0): Curve =>
  values.map((value, index) => ({ step: from + index, value }));
/** A trend with a small saw on it, as batches have. */
const trend = (count: number, at: (step: number) => number): Curve =>
  curve(Array.from({ length: count }, (_, step) => at(step) + (step % 2 === 0 ? 0.02 : -0.02)));

describe('readRewardModel', () => {
  const read = (accuracy: number[], heldOut: number[], losses: number[], step = 20): string =>
    readRewardModel({
      accuracy: curve(accuracy, 1),
      heldOutAccuracy: curve(heldOut),
      heldOutLoss: curve(losses),
      step,
      totalSteps: 40,
    });

  it('says what it knows before, during and after', () => {
    expect(read([], [0.5], [0.693], 0)).toMatch(/^Before the first step it knows nothing/);
    expect(read([0.7, 0.74], [0.5, 0.72], [0.69, 0.6])).toMatch(/^Learning: .* agrees with the labeler 72 %/);
    expect(read([0.7, 0.74], [0.5, 0.72], [0.69, 0.6], 40)).toMatch(/^Finished: .*\(a coin toss: 50 %\)/);
    expect(read([0.5], [0.5, 0.52], [0.69, 0.69])).toMatch(/hardly better than a coin toss/);
  });

  it('sees pairs learnt by heart, and a model surer than it is right', () => {
    expect(read([0.95, 0.97], [0.5, 0.7], [0.69, 0.6])).toMatch(
      /70 % of unseen pairs but 96 % of its own: .* by heart/,
    );
    expect(read([0.75], [0.5, 0.7, 0.7], [0.69, 0.58, 0.64])).toMatch(/from 0\.580 to 0\.640 nats: surer/);
  });
});

describe('readRl', () => {
  const read = (change: Partial<RlCurves>): string =>
    readRl({
      proxy: trend(30, () => 0),
      gold: trend(30, () => 0),
      kl: curve([0, 3.1]),
      klExact: curve([0, 3]),
      entropy: curve([20, 18]),
      step: 20,
      totalSteps: 40,
      start: 'SFT 2',
      isControl: false,
      ...change,
    });

  it('reads the distance from where it started in words', () => {
    expect(read({})).toBe('Reward shows no clear change. KL is 3.10 nats: the policy has moved well away from SFT 2.');
    expect(read({ kl: curve([0.2]) })).toMatch(/still close to SFT 2/);
    expect(read({ kl: curve([30]) })).toMatch(/far from SFT 2/);
  });

  it('explains a negative estimate', () => {
    expect(read({ kl: curve([-0.1]), klExact: curve([0.02]) })).toMatch(
      /-0\.100 nats: a chance .* exactly it is 0\.0200/,
    );
  });

  it('tells rising together from a proxy that rises while gold falls', () => {
    const proxy = trend(30, (step) => step / 10);
    expect(read({ proxy, gold: trend(30, (step) => step / 20) })).toMatch(/^Proxy and gold rise together/);
    expect(read({ proxy })).toMatch(/^The proxy reward rises; gold shows no clear change/);
    const turning = trend(30, (step) => (step < 15 ? step : 30 - step) / 10);
    expect(read({ proxy, gold: turning })).toMatch(/^Proxy up, gold down: the policy exploits/);
    expect(read({ proxy, gold: turning, isControl: true })).not.toMatch(/exploits/);
  });

  it('sees the same text every time, and a warm-up', () => {
    expect(read({ entropy: curve([20, 4]) })).toMatch(/much the same text every time/);
    expect(read({ step: 0 })).toMatch(/only the critic learns/);
  });

  it('knows no direction from few batches, or from noise', () => {
    expect(moveOf(curve([1, 2, 3]), false)).toBe('unknown');
    // means 1.2 and .8, variances .7 and .7: .4 is under 2·√(1.4/5)
    expect(moveOf(curve([2, 0, 2, 1, 1, 1, 0, 0, 2, 1]), false)).toBe('flat');
  });
});

const phase = (name: string, index = 1, count = 1): StepPhase => ({ name, index, count });

describe('phases', () => {
  it('are done, now or ahead, by the name of the last', () => {
    expect(placePhases(phase('minibatch', 2, 4)).map(({ label, state }) => `${label}: ${state}`)).toEqual([
      'rollout: done',
      'score: done',
      'advantages: done',
      'minibatch 2 of 4: now',
    ]);
    expect(placePhases(null).every(({ state }) => state === 'ahead')).toBe(true);
  });

  it('say what they have produced', () => {
    const rollout: RolloutView = {
      question: 'Hi?',
      family: 'smalltalk',
      text: ' Hi.',
      stopped: true,
      tokens: [
        { text: ' Hi', advantage: -1.5 },
        { text: '.', advantage: 2 },
      ],
    };
    const newest = (key: string): number | undefined =>
      ({ 'completions/mean_length': 12.5, 'completions/clipped_ratio': 0, 'val/explained_variance': -0.3 })[key];
    expect(describePhase(phase('rollout'), 0, newest, [])).toBe(
      'The policy has written a batch: 12.5 tokens on average, 0 % cut.',
    );
    expect(describePhase(phase('advantages'), 0, newest, [rollout])).toMatch(/from -1\.50 to 2\.00: .* foresaw none/);
    expect(describePhase(phase('minibatch', 1, 10), 0, newest, [])).toBe('One optimizer step of the critic alone.');
    expect(describePhase(phase('minibatch', 1, 10), 1, newest, [])).toBe('One optimizer step.');
    const clipped = (key: string) => (key === 'policy/clipfrac_avg' ? 0.1 : undefined);
    expect(describePhase(phase('minibatch', 1, 10), 2, clipped, [])).toMatch(/step; in the last update 10 % of tokens/);
  });

  it('name no critic where the algorithm has none', () => {
    for (const name of ['advantages', 'minibatch'])
      expect(describePhase(phase(name), 1, () => undefined, [])).not.toContain('critic');
  });
});

describe('frontierOf', () => {
  it('pairs updates that have both, and takes a negative estimate for 0', () => {
    const points = frontierOf(curve([-0.1, 4, 9]), [
      { step: 0, value: 1 },
      { step: 2, value: 3 },
    ]);
    expect(points).toEqual([
      { step: 0, distance: 0, reward: 1 },
      { step: 2, distance: 3, reward: 3 },
    ]);
  });
});

describe('the unit of scores', () => {
  it('is that of the first batch, which the policy wrote that the run started from', () => {
    const series = { 'objective/scores': curve([0.12, 0.9], 1), reward_std: curve([0.84, 0.5], 1) };
    expect(describeUnit(series, 'SFT')).toBe('SFT: mean 0.120, s.d. 0.840');
    expect(describeUnit({}, 'SFT')).toBe('');
    // A run of an older page measured no spread, or began to only when it was resumed.
    expect(describeUnit({ ...series, reward_std: curve([0.5], 2) }, 'SFT')).toBe('');
  });
});
