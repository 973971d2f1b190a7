/** A chart for paper and slides: on white, with its title, its axes named, at a size of its own. */
import { CartesianGrid, Line, LineChart, XAxis, YAxis } from 'recharts';
import { specOf, type StageKind } from '../../../lab/stages/kinds.ts';
import { findMetric } from '../../../lab/stages/metrics.ts';
import { buildRows, smoothedKey } from '../../series/rows.ts';
import type { Curve } from '../../../lab/curve.ts';
import { linearTicks } from '../../series/ticks.ts';
import { AXIS, chooseTicks, dotOf, TICK_TEXTS } from '../charts/chartLook.ts';
import { ChartMarks } from '../charts/ChartMarks.tsx';
import type { ListedChart } from '../charts/listedChart.ts';

export const PRINT_SIZE = { width: 720, height: 420 } as const;
const MARGIN = { top: 58, right: 104, bottom: 28, left: 20 };

export interface PrintChartProps {
  readonly kind: StageKind;
  /** The experiment's, and the stage's. */
  readonly heading: string;
  readonly chart: ListedChart;
  readonly series: Readonly<Record<string, Curve>>;
  readonly totalSteps: number;
  readonly smoothing: number;
}

export function PrintChart({ kind, heading, chart, series, totalSteps, smoothing }: PrintChartProps) {
  const { title, lines, isFromZero = false } = chart;
  const rows = buildRows(Object.fromEntries(lines.map(({ key }) => [key, series[key] ?? []])), smoothing);
  const unit = findMetric(kind, lines[0]?.key ?? '')?.unit ?? 'number';
  const values = [...chooseTicks(rows, lines, { isLogScale: false, isFromZero, count: 6 })];
  const steps = linearTicks(0, totalSteps, 7).filter((step) => step <= totalSteps);
  return (
    <LineChart {...PRINT_SIZE} data={[...rows]} margin={MARGIN}>
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        {...AXIS}
        dataKey="step"
        type="number"
        domain={[0, totalSteps]}
        ticks={steps}
        interval={0}
        height={30}
        label={{ value: specOf(kind).unit, position: 'insideBottom', offset: -14 }}
      />
      <YAxis
        {...AXIS}
        width={72}
        domain={[values[0] ?? 0, values.at(-1) ?? 1]}
        ticks={values}
        interval={0}
        tickFormatter={TICK_TEXTS[unit === 'share' ? 'share' : 'plain']}
        label={{ value: unit, angle: -90, position: 'insideLeft', style: { textAnchor: 'middle' } }}
        allowDataOverflow
      />
      {smoothing > 0 &&
        lines
          .filter(({ isSmoothed }) => isSmoothed)
          .map(({ key, hue }) => (
            <Line
              key={`${key} raw`}
              dataKey={key}
              stroke={hue}
              strokeWidth={1}
              strokeOpacity={0.3}
              dot={false}
              isAnimationActive={false}
              connectNulls
            />
          ))}
      {lines.map(({ key, hue, dash, hasDots = false, isSmoothed = false }) => (
        <Line
          key={key}
          dataKey={isSmoothed ? smoothedKey(key) : key}
          stroke={hue}
          strokeWidth={2}
          strokeDasharray={dash ?? (hasDots ? '2 3' : undefined)}
          dot={hasDots ? dotOf(hue, 2.5) : false}
          isAnimationActive={false}
          connectNulls
        />
      ))}
      <ChartMarks rows={rows} lines={lines} marks={[]} />
      <text x={20} y={24} className="print-title">
        {title}
      </text>
      <text x={20} y={40} className="print-heading">
        {heading}
        {smoothing > 0 &&
          lines.some(({ isSmoothed }) => isSmoothed) &&
          ` · smoothed ${smoothing.toFixed(2)}, raw faint`}
      </text>
    </LineChart>
  );
}
