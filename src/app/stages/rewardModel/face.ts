/** A reward model, as the page draws it. */
import type { LabelerId } from '../../../world/spec/types.ts';
import { formatShare } from '../../series/format.ts';
import { last } from '../../../lab/curve.ts';
import type { StageFace } from '../face.ts';
import { labelerNames } from '../preferences/labelerNames.ts';
import { HUE, labelerLines, rewardModelLines } from './lines.ts';
import { readRewardModelRun } from './readRewardModelRun.ts';
import { RewardModelCharts } from './RewardModelCharts.tsx';
import { RewardModelPane } from './RewardModelPane.tsx';

export const rewardModelFace: StageFace = {
  hue: HUE,
  purpose: 'Learns what people prefer',
  outcome: 'No text has changed: it scores replies. Write one under Probe and see what it gets.',
  term: 'reward-model',
  keyFigure({ series }) {
    const accuracy = last(series['eval/accuracy']);
    // Before the first step every pair is a draw.
    return accuracy && accuracy.step > 0 ? `${formatShare(accuracy.value)} right` : '';
  },
  nodeFigures: [
    { key: 'eval/accuracy', label: 'held-out', isShare: true },
    { key: 'accuracy', label: 'train', isShare: true },
  ],
  read: readRewardModelRun,
  charts: [
    { title: 'Accuracy', lines: rewardModelLines.accuracy },
    { title: 'Loss', lines: rewardModelLines.loss },
    { title: 'Margin', lines: rewardModelLines.margin, isFromZero: true },
    { title: 'Accuracy by labeler', lines: labelerLines(Object.keys(labelerNames) as LabelerId[]) },
  ],
  overlays: ['loss', 'eval/accuracy', 'margin'],
  Pane: RewardModelPane,
  Charts: RewardModelCharts,
};
