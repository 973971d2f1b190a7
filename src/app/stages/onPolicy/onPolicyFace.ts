/** What the page draws of every on-policy algorithm. */
import { formatNumber } from '../../series/format.ts';
import { last } from '../../../lab/curve.ts';
import type { StageFace } from '../face.ts';
import { HUE, rlLines } from './lines.ts';
import { readRlRun } from './readRlRun.ts';
import { RlCharts } from './RlCharts.tsx';

export const onPolicyFace: Omit<StageFace, 'Pane'> = {
  hue: HUE,
  purpose: 'RL: trains towards that score',
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
  read: readRlRun,
  charts: [
    { title: 'Gold reward', lines: rlLines.goldHeldOut, isLead: true },
    { title: 'Proxy reward', lines: rlLines.proxyHeldOut, isLead: true },
    { title: 'KL from its start', lines: rlLines.kl, isFromZero: true, isLead: true },
    { title: 'Entropy', lines: rlLines.entropy, isFromZero: true },
    { title: 'Completion length', lines: rlLines.length, isFromZero: true },
    { title: 'Clip fraction', lines: rlLines.clipped, isFromZero: true },
  ],
  overlays: ['objective/scores', 'objective/gold', 'objective/kl'],
  Charts: RlCharts,
};
