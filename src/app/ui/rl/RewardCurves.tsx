/** Proxy over gold, each on its own scale because their units differ; the distance from SFT; entropy; length. */
import { stageOf } from '../../store/stageRuns.ts';
import { useLab } from '../../store/store.ts';
import { type ChartLine, MetricChart } from '../MetricChart.tsx';
import { useCurves } from '../useCurves.ts';

const PROXY: readonly ChartLine[] = [{ key: 'objective/scores', name: '', hue: 'var(--rm)', isSmoothed: true }];
const GOLD: readonly ChartLine[] = [{ key: 'objective/gold', name: '', hue: 'var(--text)', isSmoothed: true }];
const PROXY_HELD_OUT: readonly ChartLine[] = [
  { key: 'objective/scores', name: 'batch', hue: 'var(--rm)', isSmoothed: true },
  { key: 'eval/scores', name: 'held-out', hue: 'var(--rm-strong)', hasDots: true },
];
const GOLD_HELD_OUT: readonly ChartLine[] = [
  { key: 'objective/gold', name: 'batch', hue: 'var(--text)', isSmoothed: true },
  { key: 'eval/gold', name: 'held-out', hue: 'var(--text)', hasDots: true },
];
const KL: readonly ChartLine[] = [
  { key: 'objective/kl', name: 'k1', hue: 'var(--rl)', isSmoothed: true },
  { key: 'objective/kl_k3', name: 'k3', hue: 'var(--rl)', dash: '6 3', isSmoothed: true, isQuiet: true },
  { key: 'objective/kl_exact', name: 'exact', hue: 'var(--rl-strong)', dash: '2 3', isSmoothed: true, isQuiet: true },
];
const ENTROPY: readonly ChartLine[] = [{ key: 'objective/entropy', name: '', hue: 'var(--rl)', isSmoothed: true }];
const LENGTH: readonly ChartLine[] = [{ key: 'completions/mean_length', name: '', hue: 'var(--rl)', isSmoothed: true }];

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
        lines={isHeldOut ? PROXY_HELD_OUT : PROXY}
        marks={marks}
      />
      <MetricChart {...shared} title="Gold reward" area="gold" lines={isHeldOut ? GOLD_HELD_OUT : GOLD} marks={marks} />
      <MetricChart {...shared} title="KL from SFT" area="kl" lines={KL} marks={marks} isFromZero />
      <MetricChart {...shared} title="Entropy" area="entropy" lines={ENTROPY} isFromZero isFlat />
      <MetricChart {...shared} title="Completion length" area="length" lines={LENGTH} isFromZero isFlat />
    </div>
  );
}
