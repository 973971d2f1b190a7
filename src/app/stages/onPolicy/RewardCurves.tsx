/** Proxy over gold, each on its own scale because their units differ; the distance from where the policy started; entropy; length. */
import { useLab } from '../../store/store.ts';
import type { StageProps } from '../face.ts';
import { useStartTitle } from '../useStartTitle.ts';
import { rlLines } from './lines.ts';
import { describeUnit } from './scoreUnit.ts';
import { plannedStage } from './plannedStage.ts';
import { MetricChart } from '../../ui/charts/MetricChart.tsx';
import { useCurves } from '../../ui/charts/useCurves.ts';

export function RewardCurves({ id }: StageProps) {
  const updates = useLab((state) => plannedStage(state, id)?.updates ?? 1);
  const { run, shared, marks, reading } = useCurves(id, updates);
  const start = useStartTitle(id);
  const isHeldOut = run?.series['eval/gold'] !== undefined;
  return (
    <div className="chart-grid chart-grid-rl" {...reading}>
      <MetricChart
        {...shared}
        title="Proxy reward"
        area="proxy"
        lines={isHeldOut ? rlLines.proxyHeldOut : rlLines.proxy}
        marks={marks}
        note={describeUnit(run?.series ?? {}, start)}
      />
      <MetricChart
        {...shared}
        title="Gold reward"
        area="gold"
        lines={isHeldOut ? rlLines.goldHeldOut : rlLines.gold}
        marks={marks}
      />
      <MetricChart {...shared} title={`KL from ${start}`} area="kl" lines={rlLines.kl} marks={marks} isFromZero />
      <MetricChart {...shared} title="Entropy" area="entropy" lines={rlLines.entropy} isFromZero isFlat />
      <MetricChart {...shared} title="Completion length" area="length" lines={rlLines.length} isFromZero isFlat />
    </div>
  );
}
