/** Direct preference optimization, as the page draws it. */
import { last } from '../../../lab/curve.ts';
import { formatNumber, formatShare } from '../../series/format.ts';
import type { StageFace } from '../face.ts';
import { DpoCharts } from './DpoCharts.tsx';
import { DpoPane } from './DpoPane.tsx';
import { dpoLines, HUE } from './lines.ts';
import { readDpoRun } from './readDpoRun.ts';

export const dpoFace: StageFace = {
  hue: HUE,
  purpose: 'Learns from pairs, no reward model',
  term: 'dpo',
  keyFigure({ series }) {
    const [margin, accuracy] = [last(series['rewards/margins']), last(series['eval/rewards/accuracies'])];
    const share = accuracy && accuracy.step > 0 && `${formatShare(accuracy.value)} right`;
    return [margin && `margin ${formatNumber(margin.value)}`, share].filter(Boolean).join(' · ');
  },
  nodeFigures: [
    { key: 'rewards/margins', label: 'margin', isShare: false },
    { key: 'eval/rewards/accuracies', label: 'held-out', isShare: true },
  ],
  read: readDpoRun,
  charts: [
    { title: 'Margin', lines: dpoLines.margin, isFromZero: true },
    { title: 'Rewards', lines: dpoLines.rewards },
    { title: 'Loss', lines: dpoLines.loss },
    { title: 'Accuracy', lines: dpoLines.accuracy },
    { title: 'Log-probs', lines: dpoLines.logprobs },
  ],
  overlays: ['rewards/margins', 'eval/rewards/accuracies', 'rewards/chosen'],
  Pane: DpoPane,
  Charts: DpoCharts,
};
