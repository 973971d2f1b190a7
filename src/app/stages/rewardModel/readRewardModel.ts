/**
 * One plain sentence about how far a reward model is, from its curves alone. Thresholds are rules of thumb and are written
 * out below.
 */
import { formatNumber, formatShare } from '../../series/format.ts';
import { last, type Curve } from '../../../lab/curve.ts';
import { extent } from '../../series/extent.ts';

export interface RewardModelCurves {
  readonly accuracy: Curve;
  readonly heldOutAccuracy: Curve;
  readonly heldOutLoss: Curve;
  readonly step: number;
  readonly totalSteps: number;
}

/** Mean train accuracy so far above held-out accuracy is learning by heart. */
const GAP = 0.15;
/** A held-out loss this much above its lowest, nats a pair, is too sure of itself. */
const RISING = 0.03;
/** Train accuracies averaged for the comparison. */
const RECENT = 8;

export function readRewardModel(curves: RewardModelCurves): string {
  const { accuracy, heldOutAccuracy, heldOutLoss, step, totalSteps } = curves;
  const now = last(heldOutAccuracy);
  if (!now) return 'The first pairs are being learnt from.';
  const right = `on pairs it has not seen it agrees with the labeler ${formatShare(now.value)} of the time`;
  if (accuracy.length === 0)
    return 'Before the first step it knows nothing: both completions of a pair get the same score.';
  if (now.step === 0) return 'The first pairs are being learnt from.';
  const begin = step >= totalSteps ? 'Finished' : 'Learning';
  const gap = meanOf(accuracy.slice(-RECENT)) - now.value;
  if (gap > GAP) {
    return `${begin}: right on ${formatShare(now.value)} of unseen pairs but ${formatShare(now.value + gap)} of its own: it learns by heart. More pairs or fewer passes would help.`;
  }
  const loss = last(heldOutLoss);
  const [lowest] = extent(heldOutLoss.map(({ value }) => value));
  if (loss && loss.value > lowest + RISING) {
    return `${begin}: right on ${formatShare(now.value)} of unseen pairs, but its held-out loss turned up from ${formatNumber(lowest)} to ${formatNumber(loss.value)} nats: surer than it is right.`;
  }
  if (now.value < 0.55) return `${begin}: ${right}, hardly better than a coin toss.`;
  return `${begin}: ${right} (a coin toss: 50 %).`;
}

function meanOf(points: Curve): number {
  return points.reduce((sum, { value }) => sum + value, 0) / points.length;
}
