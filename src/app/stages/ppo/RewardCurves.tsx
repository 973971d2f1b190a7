/** Proxy over gold, each on its own scale because their units differ; the distance from SFT; entropy; length. */
import { stageOf } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';
import { ppoLines } from '../../ui/charts/chartLines.ts';
import { MetricChart } from '../../ui/charts/MetricChart.tsx';
import { useCurves } from '../../ui/charts/useCurves.ts';

export function RewardCurves() {
  const updates = useLab((state) => stageOf(state.experiment.document, 'ppo')?.updates ?? 1);
  const { run, shared, marks, reading } = useCurves('ppo', updates);
  const isHeldOut = run?.series['eval/gold'] !== undefined;
  return (
    <div className="chart-grid chart-grid-rl" {...reading}>
      <MetricChart
        {...shared}
        title="Proxy reward"
        area="proxy"
        lines={isHeldOut ? ppoLines.proxyHeldOut : ppoLines.proxy}
        marks={marks}
      />
      <MetricChart
        {...shared}
        title="Gold reward"
        area="gold"
        lines={isHeldOut ? ppoLines.goldHeldOut : ppoLines.gold}
        marks={marks}
      />
      <MetricChart {...shared} title="KL from SFT" area="kl" lines={ppoLines.kl} marks={marks} isFromZero />
      <MetricChart {...shared} title="Entropy" area="entropy" lines={ppoLines.entropy} isFromZero isFlat />
      <MetricChart {...shared} title="Completion length" area="length" lines={ppoLines.length} isFromZero isFlat />
    </div>
  );
}
