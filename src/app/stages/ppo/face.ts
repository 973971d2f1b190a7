/** RL by PPO, as the page draws it. */
import { formatNumber } from '../../series/format.ts';
import { last } from '../../../lab/curve.ts';
import type { StageFace } from '../face.ts';
import { HUE, ppoLines } from './lines.ts';
import { RlCharts } from './RlCharts.tsx';
import { RlPane } from './RlPane.tsx';

export const ppoFace: StageFace = {
  hue: HUE,
  purpose: 'Trains towards that score',
  isTall: true,
  term: 'rl',
  keyFigure({ series }) {
    const [gold, kl] = [last(series['objective/gold']), last(series['objective/kl'])];
    return [gold && `gold ${formatNumber(gold.value)}`, kl && `KL ${formatNumber(kl.value)}`]
      .filter(Boolean)
      .join(' · ');
  },
  nodeFigures: [
    { key: 'objective/gold', label: 'gold', isShare: false },
    { key: 'objective/kl', label: 'KL', isShare: false },
  ],
  charts: [
    { title: 'Gold reward', lines: ppoLines.goldHeldOut },
    { title: 'Proxy reward', lines: ppoLines.proxyHeldOut },
    { title: 'KL from its start', lines: ppoLines.kl, isFromZero: true },
    { title: 'Entropy', lines: ppoLines.entropy, isFromZero: true },
    { title: 'Completion length', lines: ppoLines.length, isFromZero: true },
    { title: 'Clip fraction', lines: ppoLines.clipped, isFromZero: true },
    { title: 'Value loss', lines: ppoLines.valueLoss, isFromZero: true },
  ],
  overlays: ['objective/scores', 'objective/gold', 'objective/kl'],
  Pane: RlPane,
  Charts: RlCharts,
};
