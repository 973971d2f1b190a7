/** Proxy and gold against the distance from where the policy started, a point an update: over-optimization is where gold turns and proxy doesn't. */
import { memo, useMemo } from 'react';
import { Line } from 'recharts';
import { type FrontierPoint, frontierOf } from './frontier.ts';
import type { Curve } from '../../../lab/curve.ts';
import { formatNumber } from '../../series/format.ts';
import { smooth } from '../../series/smooth.ts';
import { linearTicks } from '../../series/ticks.ts';
import type { StageProps } from '../face.ts';
import { GOLD_HUE, PROXY_HUE } from './lines.ts';
import { useLab } from '../../store/store.ts';
import { ChartTable } from '../../ui/charts/ChartTable.tsx';
import { ChartFigure } from '../../ui/charts/ChartFigure.tsx';
import { dotOf, TICK_TEXTS } from '../../ui/charts/chartLook.ts';
import { Term } from '../../ui/controls/Term.tsx';
import { useSlowRun } from '../../ui/charts/useCurves.ts';
import { useStartTitle } from '../useStartTitle.ts';
import { extent } from '../../series/extent.ts';

const NO_POINTS: Curve = [];
const REWARD = [{ key: 'reward', name: 'reward', format: formatNumber }];

export function FrontierView({ id }: StageProps) {
  const series = useSlowRun(id)?.series;
  const start = useStartTitle(id);
  const smoothing = useLab((state) => state.ui.smoothing);
  const kl = series?.['objective/kl_exact'] ?? NO_POINTS;
  const proxy = usePoints(kl, series?.['objective/scores'] ?? NO_POINTS, smoothing);
  const gold = usePoints(kl, series?.['objective/gold'] ?? NO_POINTS, smoothing);
  if (kl.length === 0) return <p className="pane-empty">A point for every update appears here once RL runs.</p>;
  return (
    <div className="frontier">
      <FrontierChart title="Proxy reward" term="proxy-reward" points={proxy} hue={PROXY_HUE} start={start} />
      <FrontierChart title="Gold reward" term="gold-reward" points={gold} hue={GOLD_HUE} start={start} />
    </div>
  );
}

/** Both are smoothed over updates, or single batches would hide the bend. */
function usePoints(kl: Curve, reward: Curve, smoothing: number): readonly FrontierPoint[] {
  return useMemo(() => frontierOf(smooth(kl, smoothing), smooth(reward, smoothing)), [kl, reward, smoothing]);
}

interface FrontierChartProps {
  readonly title: string;
  readonly term: string;
  readonly points: readonly FrontierPoint[];
  readonly hue: string;
  /** Title of the policy that the distance is from. */
  readonly start: string;
}

const FrontierChart = memo(function FrontierChart({ title, term, points, hue, start }: FrontierChartProps) {
  const rewards = points.map(({ reward }) => reward);
  const rewardTicks = rewards.length > 0 ? linearTicks(...extent(rewards), 5) : [0, 1];
  const distanceTicks = linearTicks(...extent([0, 0.1, ...points.map(({ distance }) => distance)]), 5);
  return (
    <ChartFigure
      label={`${title} by √KL`}
      caption={
        <>
          <Term id={term}>{title}</Term>
          <span className="muted">
            by <Term id="sqrt-kl">√KL</Term> from {start}, √nats
          </span>
        </>
      }
      data={points}
      xKey="distance"
      x={{ ticks: distanceTicks, tickText: TICK_TEXTS.plain }}
      y={{ ticks: rewardTicks, tickText: TICK_TEXTS.plain }}
      table={
        <ChartTable
          caption={`${title} by √KL from ${start}`}
          rows={points.map(({ distance, reward }) => ({ distance, reward }))}
          xName="√KL"
          xKey="distance"
          formatX={formatNumber}
          lines={REWARD}
        />
      }
    >
      <Line
        dataKey="reward"
        stroke={hue}
        strokeWidth={1}
        strokeOpacity={0.5}
        dot={dotOf(hue, 2.5)}
        isAnimationActive={false}
      />
    </ChartFigure>
  );
});
