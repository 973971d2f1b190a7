/** Whether PPO itself is well: clip fraction, the KL of a step, value loss, explained variance, and the leash. */
import { stageOf } from '../../store/stageRuns.ts';
import { useLab } from '../../store/store.ts';
import { type ChartLine, MetricChart } from '../MetricChart.tsx';
import { useCurves } from '../useCurves.ts';

const lineOf = (key: string): readonly ChartLine[] => [{ key, name: '', hue: 'var(--rl)', isSmoothed: true }];

const CLIPPED = lineOf('policy/clipfrac_avg');
const STEP_KL = lineOf('policy/approxkl_avg');
const VALUE_LOSS = lineOf('loss/value_avg');
const EXPLAINED = lineOf('val/explained_variance');
const PENALISED = lineOf('objective/rlhf_reward');
const LEASH = [{ key: 'kl_coef', name: '', hue: 'var(--rl)' }] as const;

export function OptimizerCurves() {
  const updates = useLab((state) => stageOf(state.experiment.document, 'ppo')?.updates ?? 1);
  const { shared, marks, reading } = useCurves('ppo', updates);
  return (
    <div className="chart-grid chart-grid-optimizer" {...reading}>
      <MetricChart {...shared} title="Value loss" area="a" lines={VALUE_LOSS} marks={marks} isFromZero />
      <MetricChart {...shared} title="Explained variance" area="b" lines={EXPLAINED} marks={marks} />
      <MetricChart {...shared} title="Clip fraction" area="c" lines={CLIPPED} marks={marks} isFromZero />
      <MetricChart {...shared} title="Reward with penalty" area="d" lines={PENALISED} marks={marks} />
      <MetricChart {...shared} title="Step KL" area="e" lines={STEP_KL} marks={marks} isFromZero />
      <MetricChart {...shared} title="KL coefficient" area="f" lines={LEASH} marks={marks} isFromZero />
    </div>
  );
}
