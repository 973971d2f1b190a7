/**
 * Smoothing for charts: an exponential moving average, bias-corrected so that the start doesn't sag and weighted by the
 * distance between steps so that thinned and sparse curves smooth alike. The raw curve is always kept beside it.
 */
import type { Curve } from '../../lab/curve.ts';

/** @param amount 0 = off … below 1; the share of the old average that survives one step */
export function smooth(series: Curve, amount: number): Curve {
  if (amount <= 0) return series;
  let sum = 0;
  let weight = 0;
  let previous: number | undefined;
  return series.map(({ step, value }) => {
    const kept = previous === undefined ? 0 : amount ** Math.max(1, step - previous);
    previous = step;
    sum = sum * kept + value * (1 - amount);
    weight = weight * kept + (1 - amount);
    return { step, value: sum / weight };
  });
}
