/**
 * One chart: smoothed line over its faint raw twin, light grid, labels at the lines' ends, reading on hover.
 * Charts with the same rows read each other's step.
 */
import { memo } from 'react';
import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { findMetric } from '../../rlhf/metrics.ts';
import { metricEntryId } from '../glossary.ts';
import { formatMetric, formatNumber } from '../series/format.ts';
import { linearTicks, logTicks } from '../series/ticks.ts';
import { smoothedKey, type Row } from '../series/rows.ts';
import { ChartMarks } from './ChartMarks.tsx';
import { ChartReading } from './ChartReading.tsx';
import { Term } from './Term.tsx';
import { useDelayed } from './useThrottled.ts';

export interface ChartLine {
  /** Metric key. */
  readonly key: string;
  /** Direct label; '' = the chart's title says it. */
  readonly name: string;
  readonly hue: string;
  readonly isSmoothed?: boolean;
  /** Sparse curves show their points. */
  readonly hasDots?: boolean;
}

interface MetricChartProps {
  readonly title: string;
  /** Grid area. */
  readonly area: string;
  readonly rows: readonly Row[];
  /** Charts that are drawn one after another don't hold up the page together. */
  readonly delayMs: number;
  readonly totalSteps: number;
  readonly lines: readonly ChartLine[];
  readonly isLogScale?: boolean;
  /** The value axis begins at 0. */
  readonly isFromZero?: boolean;
  /** Steps with a tick on the x axis: the completions were drawn there. */
  readonly marks?: readonly number[];
  /** Too low for an x axis of its own. */
  readonly isFlat?: boolean;
}

const AXIS = { tickLine: false, axisLine: false, tick: { fontSize: 12 } } as const;
const NO_MARKS: readonly number[] = [];

export const MetricChart = memo(function MetricChart(props: MetricChartProps) {
  const {
    title,
    area,
    totalSteps,
    lines,
    isLogScale = false,
    isFromZero = false,
    marks = NO_MARKS,
    isFlat = false,
  } = props;
  const rows = useDelayed(props.rows, props.delayMs);
  const first = lines[0];
  const unit = (first && findMetric('sft', first.key)?.unit) ?? 'norm';
  const valueTicks = chooseTicks(rows, lines, { isLogScale, isFromZero, count: isFlat ? 2 : 5 });
  const stepTicks = linearTicks(0, totalSteps, area === 'loss' ? 6 : 3).filter((step) => step <= totalSteps);
  const tick = (value: number): string =>
    rows.length === 0 ? '' : unit === 'share' ? `${Math.round(value * 100)} %` : shortTick(value);
  return (
    <figure className="chart" style={{ gridArea: area }} aria-label={`${title} over steps`}>
      <figcaption>
        {first && <Term id={metricEntryId('sft', first.key)}>{title}</Term>}
        {lines.map((line) => (
          <Latest key={line.key} line={line} rows={rows} />
        ))}
      </figcaption>
      <div className="chart-area">
        <ResponsiveContainer width="100%" height="100%" debounce={50}>
          <LineChart
            data={rows.length > 0 ? rows : [{ step: 0 }, { step: totalSteps }]}
            syncId="stage"
            margin={{ top: 6, right: lines.length > 1 ? 58 : 10, bottom: isFlat ? 6 : 0, left: 0 }}
          >
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis
              {...AXIS}
              dataKey="step"
              type="number"
              domain={[0, totalSteps]}
              hide={isFlat}
              height={18}
              ticks={stepTicks}
              interval={0}
            />
            <YAxis
              {...AXIS}
              width={50}
              scale={isLogScale ? 'log' : 'linear'}
              domain={[valueTicks[0] ?? 0, valueTicks.at(-1) ?? 1]}
              ticks={valueTicks}
              interval={0}
              tickFormatter={tick}
              allowDataOverflow
            />
            <Tooltip
              position={{ y: 0 }}
              content={<ChartReading lines={lines} />}
              cursor={{ stroke: 'var(--muted)' }}
              isAnimationActive={false}
            />
            {lines
              .filter((line) => line.isSmoothed)
              .map((line) => (
                <Line
                  key={`${line.key} raw`}
                  dataKey={line.key}
                  stroke={line.hue}
                  strokeWidth={1}
                  strokeOpacity={0.3}
                  dot={false}
                  activeDot={false}
                  isAnimationActive={false}
                  connectNulls
                />
              ))}
            {lines.map((line) => (
              <Line
                key={line.key}
                dataKey={line.isSmoothed ? smoothedKey(line.key) : line.key}
                stroke={line.hue}
                strokeWidth={2}
                strokeDasharray={line.hasDots ? '2 3' : undefined}
                dot={line.hasDots ? { r: 2.5, strokeWidth: 0, fill: line.hue } : false}
                activeDot={{ r: 3.5, strokeWidth: 0, fill: line.hue }}
                isAnimationActive={false}
                connectNulls
              />
            ))}
            <ChartMarks rows={rows} lines={lines} marks={marks} />
          </LineChart>
        </ResponsiveContainer>
      </div>
    </figure>
  );
});

/** Ticks are round already: 0.5, 2, 1.5e-3. */
function shortTick(value: number): string {
  return value !== 0 && Math.abs(value) < 0.01 ? formatNumber(value) : String(value);
}

interface TickOptions {
  readonly isLogScale: boolean;
  readonly isFromZero: boolean;
  readonly count: number;
}

function chooseTicks(rows: readonly Row[], lines: readonly ChartLine[], options: TickOptions): readonly number[] {
  const values = rows.flatMap((row) => lines.flatMap(({ key }) => row[key] ?? []));
  if (values.length === 0) return [0, 1];
  const low = Math.min(...values);
  const high = Math.max(...values);
  return options.isLogScale && low > 0
    ? logTicks(low, high)
    : linearTicks(options.isFromZero ? 0 : low, high, options.count);
}

/** The newest value, unsmoothed, in the chart's title line. */
function Latest({ line, rows }: { readonly line: ChartLine; readonly rows: readonly Row[] }) {
  const value = rows.findLast((row) => line.key in row)?.[line.key];
  const metric = findMetric('sft', line.key);
  if (value === undefined || !metric) return null;
  return (
    <span className="chart-latest number">
      {line.name && <span className="muted">{line.name} </span>}
      {formatMetric(value, metric.unit)}
    </span>
  );
}
