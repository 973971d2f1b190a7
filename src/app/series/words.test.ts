import { describe, expect, it } from 'vitest';
import { glossary } from '../words/glossary.ts';
import { asTerm, formatBytes, formatCount, formatDuration, formatNumber, formatShare } from './format.ts';
import { readSftCurve } from '../stages/sft/readCurve.ts';
import type { Curve } from '../../lab/curve.ts';

describe('numbers', () => {
  it('have at most three significant digits and a unit', () => {
    expect([0.0015, 0.834, 1.0, 12.34, 1234.5].map(formatNumber)).toEqual(['1.5e-3', '0.834', '1.00', '12.3', '1,230']);
    expect([1, 0.9934, 0.5, 0.0213, 0.004, 5e-5, 0, -0.36].map(formatShare)).toEqual([
      '100 %',
      '99.3 %',
      '50 %',
      '2.1 %',
      '0.4 %',
      'under 0.01 %',
      '0 %',
      '-36 %',
    ]);
    expect(formatCount(1_043_712)).toBe('1.04 M');
    expect(formatBytes(2_087_424)).toBe('2.09 MB');
    expect(formatBytes(10.8e9)).toBe('10.8 GB');
    expect([4.2, 95, 120].map(formatDuration)).toEqual(['5 s', '1 min 35 s', '2 min']);
  });

  it('stand in parentheses behind a minus sign where they have a sign of their own', () => {
    expect(['1.65', '-1.29', '−0.30', '(2 − 1)'].map(asTerm)).toEqual(['1.65', '(-1.29)', '(−0.30)', '(2 − 1)']);
  });
});

const curve = (length: number, value: (step: number) => number): Curve =>
  Array.from({ length }, (_, index) => ({ step: index + 1, value: value(index + 1) }));

const read = (loss: Curve, heldOut: Curve, totalSteps = 100): string =>
  readSftCurve({ loss, heldOut, accuracy: [{ step: loss.length, value: 0.8 }], step: loss.length, totalSteps });

describe('readSftCurve', () => {
  it('says how unsure the model is as a number of words it could choose among', () => {
    expect(read([], [{ step: 0, value: Math.log(31) }])).toContain('as if it chose among 31 words');
    const falling = curve(60, (step) => 3 * Math.exp(-step / 40));
    const heldOut = [Math.log(31), Math.log(4)].map((value, index) => ({ step: index * 30, value }));
    expect(read(falling, heldOut)).toBe(
      'The loss is falling: at first it was as unsure as if it chose among 31 words, now among 4.0.',
    );
  });

  it('tells a falling loss from a flat, a rising and an unsteady one', () => {
    expect(
      read(
        curve(60, (step) => 3 * Math.exp(-step / 40)),
        [],
      ),
    ).toMatch(/^The loss is falling/);
    expect(
      read(
        curve(60, () => 1),
        [],
      ),
    ).toMatch(/^The curve has flattened/);
    expect(
      read(
        curve(60, (step) => 1 + step / 30),
        [],
      ),
    ).toMatch(/rising.*learning rate/);
    expect(
      read(
        curve(60, (step) => (step % 2 ? 0.3 : 2)),
        [],
      ),
    ).toMatch(/jumps up and down/);
  });

  it('sees memorising: train loss down, held-out loss up', () => {
    const heldOut = [1.5, 1.1, 1.3].map((value, index) => ({ step: index * 25, value }));
    expect(
      read(
        curve(60, (step) => 2 * Math.exp(-step / 30)),
        heldOut,
      ),
    ).toMatch(/begins to memorise/);
  });

  it('sums up a finished run', () => {
    const heldOut = [
      { step: 0, value: 3 },
      { step: 60, value: 0.9 },
    ];
    expect(
      read(
        curve(60, () => 1),
        heldOut,
        60,
      ),
    ).toBe(
      'Finished. Held-out loss fell from 3.00 to 0.900 nats a token. The likeliest token is the demonstrated one 80 % of the time.',
    );
  });
});

describe('the glossary', () => {
  it('defines each word once, in sentences, without exclamation marks', () => {
    expect(new Set(glossary.map(({ id }) => id)).size).toBe(glossary.length);
    for (const { plain } of glossary) expect(plain).toMatch(/^[^!]{20,}\.$/);
  });
});
