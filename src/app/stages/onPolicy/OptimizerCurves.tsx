/** Whether PPO itself is well: clip fraction, the KL of a step, value loss, explained variance, and the leash. */
import { stageOf } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';
import type { StageProps } from '../face.ts';
import { ppoLines } from './lines.ts';
import { MetricChart } from '../../ui/charts/MetricChart.tsx';
import { useCurves } from '../../ui/charts/useCurves.ts';

export function OptimizerCurves({ id }: StageProps) {
  const updates = useLab((state) => stageOf(state, id, 'ppo')?.updates ?? 1);
  const { shared, marks, reading } = useCurves(id, updates);
  return (
    <div className="chart-grid chart-grid-optimizer" {...reading}>
      <MetricChart {...shared} title="Value loss" area="a" lines={ppoLines.valueLoss} marks={marks} isFromZero />
      <MetricChart {...shared} title="Explained variance" area="b" lines={ppoLines.explained} marks={marks} />
      <MetricChart {...shared} title="Clip fraction" area="c" lines={ppoLines.clipped} marks={marks} isFromZero />
      <MetricChart {...shared} title="Reward with penalty" area="d" lines={ppoLines.penalised} marks={marks} />
      <MetricChart {...shared} title="Step KL" area="e" lines={ppoLines.stepKl} marks={marks} isFromZero />
      <MetricChart {...shared} title="KL coefficient" area="f" lines={ppoLines.leash} marks={marks} isFromZero />
    </div>
  );
}
