/** SFT, as the page draws it. */
import { formatNumber } from '../../series/format.ts';
import { last } from '../../../lab/curve.ts';
import type { StageFace } from '../face.ts';
import { HUE, sftLines } from './lines.ts';
import { readSft } from './readSft.ts';
import { SftCharts } from './SftCharts.tsx';
import { SftPane } from './SftPane.tsx';

export const sftFace: StageFace = {
  hue: HUE,
  purpose: 'Learns to answer, and to stop',
  term: 'sft',
  keyFigure({ series }) {
    const loss = last(series['eval/loss']);
    return loss ? `held-out loss ${formatNumber(loss.value)}` : '';
  },
  nodeFigures: [
    { key: 'eval/loss', label: 'held-out loss', isShare: false },
    { key: 'mean_token_accuracy', label: 'accuracy', isShare: true },
  ],
  read: readSft,
  charts: [
    { title: 'Loss', lines: sftLines.loss },
    { title: 'Token accuracy', lines: sftLines.accuracy, isFromZero: true },
    { title: 'Gradient norm', lines: sftLines.norm, isFromZero: true },
    { title: 'Learning rate', lines: sftLines.rate, isFromZero: true },
  ],
  overlays: ['loss', 'eval/loss', 'mean_token_accuracy'],
  Pane: SftPane,
  Charts: SftCharts,
};
