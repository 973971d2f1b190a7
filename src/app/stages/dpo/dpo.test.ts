import { describe, expect, it } from 'vitest';
import type { Curve } from '../../../lab/curve.ts';
import type { PairSide } from '../../../lab/stages/dpo/detail.ts';
import { pairFigures, rewardOf } from './pairFigures.ts';
import { readDpo } from './readDpo.ts';

const side = (...tokens: readonly (readonly [reference: number, before: number, after: number])[]): PairSide => ({
  text: 'x',
  stopped: true,
  tokens: tokens.map(([reference, before, after]) => ({ text: 'x', reference, before, after })),
});

const pair = {
  question: 'User: Hi',
  isTie: false,
  labeler: 'ai',
  chosen: side([-1, -1, -0.5], [-2, -2, -1.5]),
  rejected: side([-3, -3, -5]),
};

describe('pairFigures', () => {
  it('are the loss’s own, by hand', () => {
    const settings = { loss: 'sigmoid', beta: 0.5, targetMargin: 1 } as const;
    const { chosen, rejected, delta, loss } = pairFigures(pair, settings);
    expect(chosen).toEqual({ reference: -3, before: -3, after: -2 });
    expect(rejected).toEqual({ reference: -3, before: -3, after: -5 });
    expect(rewardOf(chosen, 'after', settings)).toBe(0.5);
    // 0.5 · (1 − (−2))
    expect(delta).toEqual({ before: 0, after: 1.5 });
    expect(loss.before).toBeCloseTo(Math.LN2, 12);
    expect(loss.after).toBeCloseTo(Math.log(1 + Math.exp(-1.5)), 12);
  });

  it('of IPO square a distance, of SimPO are a token’s and have no reference', () => {
    const ipo = pairFigures(pair, { loss: 'ipo', beta: 0.5, targetMargin: 1 });
    // Δ/β = 3, 1/2β = 1
    expect(ipo.loss).toEqual({ before: 1, after: 4 });
    const simpo = pairFigures(pair, { loss: 'simpo', beta: 2, targetMargin: 1 });
    expect(simpo.chosen).toEqual({ reference: 0, before: -1.5, after: -1 });
    expect(simpo.delta.after).toBe(2 * (-1 - -5));
    expect(simpo.loss.after).toBeCloseTo(Math.log(1 + Math.exp(-7)), 12);
  });

  it('of a tie want Δ at 0', () => {
    const tied = pairFigures({ ...pair, isTie: true }, { loss: 'sigmoid', beta: 0.5, targetMargin: 1 });
    expect(tied.loss.after).toBeGreaterThan(tied.loss.before);
  });
});

describe('readDpo', () => {
  const curve = (...values: number[]): Curve => values.map((value, i) => ({ step: i + 1, value }));
  const read = (chosen: Curve, rejected: Curve, accuracy = curve(0.6), heldOut: Curve = [], step = 5) =>
    readDpo({ chosen, rejected, accuracy, heldOutAccuracy: heldOut, step, totalSteps: 10 });

  it('says what happens to both completions', () => {
    expect(read([], [])).toMatch(/^Before the first step .* ln 2/);
    expect(read(curve(0.1), curve(-0.2))).toMatch(/^Learning: the chosen completion’s reward is 0\.100, .* -0\.200/);
    expect(read(curve(-0.3), curve(-0.6))).toMatch(/^Learning: both completions become less likely/);
    expect(read(curve(0.1), curve(-0.2), curve(0.7), curve(0.5, 0.66), 10)).toMatch(
      /^Finished: .* 66 % of unseen pairs/,
    );
  });

  it('sees pairs learnt by heart', () => {
    expect(read(curve(0.5), curve(-0.9), curve(0.97), curve(0.5, 0.62))).toMatch(/learns by heart/);
  });
});
