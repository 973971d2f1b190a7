/** One plain sentence about how far DPO is, from its curves alone. Thresholds are rules of thumb and are written out below. */
import { last, type Curve } from '../../../lab/curve.ts';
import { formatNumber, formatShare } from '../../series/format.ts';

export interface DpoCurves {
  readonly chosen: Curve;
  readonly rejected: Curve;
  readonly accuracy: Curve;
  readonly heldOutAccuracy: Curve;
  readonly step: number;
  readonly totalSteps: number;
}

/** Rewards averaged for the sentence. */
const RECENT = 8;
/** A mean reward of the chosen completions below this has fallen. */
const FALLEN = -0.1;
/** Mean train accuracy so far above held-out accuracy is learning by heart. */
const GAP = 0.2;

export function readDpo({ chosen, rejected, accuracy, heldOutAccuracy, step, totalSteps }: DpoCurves): string {
  if (chosen.length === 0) {
    return 'Before the first step policy and reference are the same: every reward is 0, and the loss is ln 2.';
  }
  const begin = step >= totalSteps ? 'Finished' : 'Learning';
  const [won, lost] = [recent(chosen), recent(rejected)];
  const right = last(heldOutAccuracy);
  const share =
    right && right.step > 0 ? ` It agrees with the labeler on ${formatShare(right.value)} of unseen pairs.` : '';
  if (right && right.step > 0 && recent(accuracy) - right.value > GAP) {
    return `${begin}: right on ${formatShare(recent(accuracy))} of its own pairs but ${formatShare(right.value)} of unseen ones: it learns by heart. Fewer passes or a lower rate would help.`;
  }
  if (won < FALLEN && lost < won) {
    return `${begin}: both completions become less likely, the rejected one more so (rewards ${formatNumber(won)} and ${formatNumber(lost)}).${share}`;
  }
  return `${begin}: the chosen completion’s reward is ${formatNumber(won)}, the rejected one’s ${formatNumber(lost)}.${share}`;
}

function recent(curve: Curve): number {
  const points = curve.slice(-RECENT);
  return points.reduce((sum, { value }) => sum + value, 0) / points.length;
}
