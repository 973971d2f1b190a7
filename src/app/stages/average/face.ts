/** A weight average, as the page draws it. */
import { formatNumber } from '../../series/format.ts';
import { last } from '../../../lab/curve.ts';
import type { StageFace } from '../face.ts';
import { AverageCharts } from './AverageCharts.tsx';
import { AveragePane } from './AveragePane.tsx';

export const averageFace: StageFace = {
  hue: 'light-dark(#6b4fb3, #b9a3f0)',
  purpose: 'Mixes the weights of policies',
  term: 'weight-average',
  keyFigure({ series }) {
    const distance = last(series['distance']);
    return distance ? `${formatNumber(distance.value)} apart` : '';
  },
  nodeFigures: [{ key: 'distance', label: 'apart', isShare: false }],
  read: () => '',
  charts: [],
  overlays: [],
  Pane: AveragePane,
  Charts: AverageCharts,
};
