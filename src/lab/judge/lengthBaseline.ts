/** What looking at nothing but length would reach on a reward model's held-out pairs. */
import { baselineAccuracy } from '../../world/evals/rewardEvals.ts';
import type { PredictionView } from '../stages/rewardModel/detail.ts';

/** Ties are left out. @returns null where lengths aren't known */
export function accuracyByLength(predictions: readonly PredictionView[]): number | null {
  const pairs = predictions.flatMap(({ isTie, lengthGap }) =>
    isTie || lengthGap === undefined ? [] : [{ goldGap: 1, lengthGap }],
  );
  return pairs.length < 2 ? null : baselineAccuracy(pairs, 'lengthGap').value;
}
