/** One figure on the way from one policy to the other, with 95 % intervals; the share chosen is marked. */
import { ErrorBar, Line, ReferenceLine } from 'recharts';
import { intervalOf } from '../../../lab/lineage/interval.ts';
import type { SweepPoint } from '../../../lab/lineage/sweep.ts';
import { linearTicks } from '../../series/ticks.ts';
import { ChartFigure } from '../charts/ChartFigure.tsx';
import { dotOf, TICK_TEXTS } from '../charts/chartLook.ts';
import { extent } from '../../series/extent.ts';

interface SweepChartProps {
  readonly title: string;
  readonly points: readonly SweepPoint[];
  readonly figure: 'gold' | 'facts';
  readonly hue: string;
  readonly share: number;
}

const SHARE_TICKS = [0, 0.25, 0.5, 0.75, 1];

export function SweepChart({ title, points, figure, hue, share }: SweepChartProps) {
  const unit = figure === 'gold' ? 'reward' : 'share';
  const rows = points.flatMap((point) => {
    const measured = point[figure];
    if (!measured) return [];
    const [low, high] = intervalOf(measured, unit) ?? [measured.value, measured.value];
    return [
      { share: point.share, value: measured.value, low, high, band: [measured.value - low, high - measured.value] },
    ];
  });
  if (rows.length === 0) return null;
  const ticks = linearTicks(...extent(rows.flatMap(({ low, high }) => [low, high])), 4);
  const said = rows.map((row) => `${row.share}: ${row.value.toFixed(2)}`).join(', ');
  return (
    <ChartFigure
      label={`${title} by share of the second policy. ${said}`}
      caption={
        <>
          {title} <span className="muted">by share</span>
        </>
      }
      className="overlay-chart"
      data={rows}
      xKey="share"
      x={{ ticks: SHARE_TICKS, tickText: TICK_TEXTS.share }}
      y={{ ticks, tickText: TICK_TEXTS[unit === 'share' ? 'share' : 'plain'] }}
    >
      <ReferenceLine x={share} stroke="var(--muted)" strokeDasharray="3 3" />
      <Line dataKey="value" stroke={hue} strokeWidth={2} dot={dotOf(hue, 3)} isAnimationActive={false}>
        <ErrorBar dataKey="band" stroke={hue} strokeOpacity={0.6} width={4} isAnimationActive={false} />
      </Line>
    </ChartFigure>
  );
}
