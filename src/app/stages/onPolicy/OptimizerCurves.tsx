/** Whether the optimizer is well: clip fraction, the KL of a step, the leash, and what else the algorithm measures of itself. */
import { findMetric } from '../../../lab/stages/metrics.ts';
import type { StageProps } from '../face.ts';
import { useLab } from '../../store/store.ts';
import type { ChartLine } from '../../ui/charts/chartLine.ts';
import { MetricChart } from '../../ui/charts/MetricChart.tsx';
import { useCurves } from '../../ui/charts/useCurves.ts';
import { rlLines } from './lines.ts';
import { plannedStage } from './plannedStage.ts';

interface OptimizerChart {
  readonly title: string;
  readonly lines: readonly ChartLine[];
  readonly isFromZero?: true;
}

const CHARTS: readonly OptimizerChart[] = [
  { title: 'Value loss', lines: rlLines.valueLoss, isFromZero: true },
  { title: 'Explained variance', lines: rlLines.explained },
  { title: 'Groups without spread', lines: rlLines.noSpread, isFromZero: true },
  { title: 'Clip fraction', lines: rlLines.clipped, isFromZero: true },
  { title: 'Reward with penalty', lines: rlLines.penalised },
  { title: 'Step KL', lines: rlLines.stepKl, isFromZero: true },
  { title: 'KL coefficient', lines: rlLines.leash, isFromZero: true },
];

const AREAS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

export function OptimizerCurves({ id }: StageProps) {
  const updates = useLab((state) => plannedStage(state, id)?.updates ?? 1);
  const { shared, marks, reading } = useCurves(id, updates);
  const isMeasured = ({ lines }: OptimizerChart) => findMetric(shared.kind, lines[0]!.key) !== undefined;
  return (
    <div className="chart-grid chart-grid-optimizer" {...reading}>
      {CHARTS.filter(isMeasured).map((chart, at) => (
        <MetricChart key={chart.title} {...shared} {...chart} area={AREAS[at]!} marks={marks} />
      ))}
    </div>
  );
}
