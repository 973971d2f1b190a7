/**
 * What a point of score is worth, as measured: mean and spread of the scores in a run's first batch, which the policy that
 * it started from wrote.
 */
import type { Curves } from '../../../lab/curve.ts';
import { formatNumber } from '../../series/format.ts';

/** @param start title of the policy that the run started from · @returns '' before the first batch */
export function describeUnit(series: Curves, start: string): string {
  const [mean, spread] = [series['objective/scores']?.[0], series['reward_std']?.[0]];
  if (!mean || !spread || mean.step !== spread.step) return '';
  return `${start}: mean ${formatNumber(mean.value)}, s.d. ${formatNumber(spread.value)}`;
}
