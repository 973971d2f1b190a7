import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accuracyByLength } from '../../../lab/judge/lengthBaseline.ts';
import type { PredictionView } from '../../../lab/stages/rewardModel/detail.ts';
import { accuracyByConfidence, accuracyOf, calibrate, calibrationError } from './calibration.ts';

const predict = (probability: number, isTie = false): PredictionView => ({ probability, isTie, labeler: 'ai' });

describe('calibrate', () => {
  it('folds a wrong choice onto its confidence, and counts a tie one half', () => {
    // confidences .9 (right), .9 (wrong), .95 (right), .55 (tie): bins 50–60 % and 90–100 %
    const bins = calibrate([predict(0.9), predict(0.1), predict(0.95), predict(0.55, true)]);
    expect(bins).toHaveLength(2);
    expect(bins[0]).toMatchObject({ count: 1, observed: 0.5 });
    expect(bins[0]?.predicted).toBeCloseTo(0.55, 12);
    expect(bins[1]).toMatchObject({ count: 3 });
    expect(bins[1]?.predicted).toBeCloseTo(2.75 / 3, 12);
    expect(bins[1]?.observed).toBeCloseTo(2 / 3, 12);
    // 1/4 · |.5 − .55| + 3/4 · |2/3 − 2.75/3| = .0125 + .1875
    expect(calibrationError(bins)).toBeCloseTo(0.2, 12);
  });

  it('puts certainty into the last bin and a coin toss into the first', () => {
    expect(calibrate([predict(1), predict(0), predict(0.5)]).map(({ from, count }) => [from, count])).toEqual([
      [0.5, 1],
      [0.9, 2],
    ]);
  });

  it('loses no pair', () => {
    const arbitrary = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()));
    fc.assert(
      fc.property(arbitrary, (rows) => {
        const bins = calibrate(rows.map(([probability, isTie]) => predict(probability, isTie)));
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
      }),
    );
  });
});

describe('accuracyByLength', () => {
  const withGap = (lengthGap: number, isTie = false): PredictionView => ({ ...predict(0.9, isTie), lengthGap });

  it('is the better of longer and shorter, chosen on the other half; ties are left out', () => {
    expect(accuracyByLength([withGap(-3), withGap(-1), withGap(-2), withGap(-4), withGap(9, true)])).toBe(1);
    expect(accuracyByLength([withGap(0), withGap(0)])).toBe(0.5);
  });

  it('is unknown for runs kept without lengths, where accuracy is known all the same', () => {
    expect(accuracyByLength([predict(0.9), predict(0.2)])).toBeNull();
    expect(accuracyOf([predict(0.9), predict(0.2), predict(0.9, true)])).toBe(0.5);
    expect(accuracyOf([predict(0.9, true)])).toBeNull();
  });
});

describe('accuracyByConfidence', () => {
  it('asks the unsure half and the sure half apart, ties left out', () => {
    const halves = accuracyByConfidence(
      [predict(0.9), predict(0.45), predict(0.8), predict(0.55), predict(0.99, true)],
      2,
    );
    expect(halves.map(({ count, observed }) => [count, observed])).toEqual([
      [2, 0.5],
      [2, 1],
    ]);
    expect(halves[1]).toMatchObject({ from: 0.8, to: 0.9 });
  });

  it('makes no more parts than there are pairs, and none of nothing', () => {
    expect(accuracyByConfidence([predict(0.7)])).toHaveLength(1);
    expect(accuracyByConfidence([])).toEqual([]);
  });
});
