/** What the charts of a reward model draw. */
import type { LabelerId } from '../../../world/spec/types.ts';
import type { ChartLine } from '../../ui/charts/chartLine.ts';
import { smoothed, withHeldOut } from '../../ui/charts/chartLines.ts';
import { labelerNames } from '../preferences/labelerNames.ts';

export const HUE = 'var(--rm)';
const STRONG = 'var(--rm-strong)';

export const rewardModelLines = {
  loss: withHeldOut('loss', 'train', HUE, STRONG),
  accuracy: withHeldOut('accuracy', 'train', HUE, STRONG),
  margin: smoothed('margin', HUE),
} as const satisfies Record<string, readonly ChartLine[]>;

/** One hue a model: labelers differ by pattern and by name. */
const DASHES = ['', '7 3', '2 3', '7 3 2 3', '1 5', '12 4'];

/** Held-out accuracy by labeler. */
export function labelerLines(ids: readonly LabelerId[]): readonly ChartLine[] {
  return ids.map((id, index) => ({
    key: `eval/accuracy/${id}`,
    name: labelerNames[id],
    hue: STRONG,
    dash: DASHES[index] ?? '',
    isQuiet: true,
  }));
}

/** Before it is known who judges. */
export const anyLabelerLine: readonly ChartLine[] = [{ key: 'eval/accuracy/*', name: '', hue: STRONG }];
