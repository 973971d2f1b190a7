/**
 * One chart: smoothed line over its faint raw twin, light grid, labels at the lines' ends, reading on hover.
 * Charts with the same rows read each other's step.
 */
import { memo, useMemo } from 'react';
import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { specOf, type StageKind } from '../../../lab/stages/kinds.ts';
import { findMetric } from '../../../lab/stages/metrics.ts';
import { metricEntryId } from '../../words/glossary.ts';
import { sayChart, titleAfter } from '../../series/chartWords.ts';
import { formatMetric } from '../../series/format.ts';
import { linearTicks } from '../../series/ticks.ts';
import { ghostKey, smoothedKey, type Row } from '../../series/rows.ts';
import { AXIS, chooseTicks, CURSOR, dotOf, MARGINS, TICK_TEXTS, CORNER, useSame } from './chartLook.ts';
import type { ChartLine, ChartMark } from './chartLine.ts';
import { ChartLatest } from './ChartLatest.tsx';
import { ChartMarks, GHOST_NAME } from './ChartMarks.tsx';
import { ChartReading, ReadRows } from './ChartReading.tsx';
import { ChartTable } from './ChartTable.tsx';
import { Term } from '../controls/Term.tsx';
import { useInTurn } from '../controls/useInTurn.ts';
import { extent } from '../../series/extent.ts';

interface MetricChartProps {
  /** Whose metrics they are. */
  readonly kind: StageKind;
  readonly title: string;
  /** Grid area. */
  readonly area: string;
  readonly rows: readonly Row[];
  readonly totalSteps: number;
  readonly lines: readonly ChartLine[];
  readonly isLogScale?: boolean;
  /** The value axis holds 0. */
  readonly isFromZero?: boolean;
  readonly marks?: readonly ChartMark[];
  /** Reads the step under the pointer together with the other charts that do. */
  readonly isSynced: boolean;
  /** Too low for an x axis of its own. */
  readonly isFlat?: boolean;
  /** For presenter mode, whose type is larger. */
  readonly isLarge?: boolean;
  /** Said beside the title. */
  readonly note?: string;
  /** The rows also hold curves of a link: thin and dashed behind one's own. */
  readonly hasGhosts?: boolean;
}

const NO_MARKS: readonly ChartMark[] = [];

/** Charts drawn one after another don't hold up the page together. */
export const MetricChart = memo(function MetricChart(props: MetricChartProps) {
  return <DrawnChart {...useInTurn(props)} />;
});

const DrawnChart = memo(function DrawnChart(props: MetricChartProps) {
  const {
    kind,
    title,
    area,
    rows,
    totalSteps,
    lines,
    isLogScale = false,
    isFromZero = false,
    marks = NO_MARKS,
    isSynced,
    isFlat = false,
    isLarge = false,
    note = '',
    hasGhosts = false,
  } = props;
  const first = lines[0];
  const unit = (first && findMetric(kind, first.key)?.unit) ?? 'norm';
  const hasRows = rows.length > 0;
  const drawn = hasGhosts ? lines.flatMap(({ key }) => [{ key }, { key: ghostKey(key) }]) : lines;
  const valueTicks = useSame(chooseTicks(rows, drawn, { isLogScale, isFromZero, count: isFlat ? 2 : 5 }));
  const valueDomain = useSame([valueTicks[0] ?? 0, valueTicks.at(-1) ?? 1]);
  const stepTicks = useSame(linearTicks(0, totalSteps, area === 'loss' ? 6 : 3).filter((step) => step <= totalSteps));
  const stepDomain = useSame([0, totalSteps]);
  const data = useMemo(() => (rows.length > 0 ? rows : [{ step: 0 }, { step: totalSteps }]), [rows, totalSteps]);
  const spec = specOf(kind);
  const worded = lines.map(({ key, name }) => ({ key, name, format: formatOf(kind, key) }));
  const said = sayChart(titleAfter(spec.title, title), worded, rows, 'step', `${spec.unit}s`);
  const curves = useMemo(() => drawCurves(kind, lines, hasGhosts, isLarge), [kind, lines, hasGhosts, isLarge]);
  const margin = isLarge ? largeMarginFor(lines) : isFlat ? MARGINS.flat : marginFor(lines, hasGhosts);
  return (
    <figure className="chart" style={{ gridArea: area }} aria-label={`${title} over steps`}>
      <figcaption>
        {first && <Term id={metricEntryId(kind, findMetric(kind, first.key)?.key ?? first.key)}>{title}</Term>}
        {lines
          .filter(({ isQuiet }) => isQuiet !== true)
          .map((line) => (
            <ChartLatest key={line.key} kind={kind} line={line} rows={rows} />
          ))}
        {note !== '' && <span className="chart-note">{note}</span>}
      </figcaption>
      <div className="chart-area">
        <ReadRows value={rows}>
          <ResponsiveContainer width="100%" height="100%" debounce={50}>
            <LineChart
              data={data}
              {...(isSynced && { syncId: 'stage' })}
              margin={margin}
              aria-label={`${said}. Arrow keys read it step by step.`}
            >
              <CartesianGrid vertical={false} stroke="var(--line)" />
              <XAxis
                {...AXIS}
                dataKey="step"
                type="number"
                domain={stepDomain}
                hide={isFlat}
                height={isLarge ? 32 : 18}
                ticks={stepTicks}
                interval={0}
              />
              <YAxis
                {...AXIS}
                width={isLarge ? 72 : 50}
                scale={isLogScale ? 'log' : 'linear'}
                domain={valueDomain}
                ticks={valueTicks}
                interval="equidistantPreserveStart"
                tickFormatter={hasRows ? TICK_TEXTS[unit === 'share' ? 'share' : 'plain'] : TICK_TEXTS.none}
                allowDataOverflow
              />
              {curves}
              <ChartMarks rows={rows} lines={lines} marks={marks} hasGhosts={hasGhosts && !isFlat} isLarge={isLarge} />
            </LineChart>
          </ResponsiveContainer>
        </ReadRows>
      </div>
      <ChartTable caption={said} rows={rows} xName={spec.unit} xKey="step" lines={worded} />
    </figure>
  );
});

function formatOf(kind: StageKind, key: string): (value: number) => string {
  const unit = findMetric(kind, key)?.unit ?? 'number';
  return (value) => formatMetric(value, unit);
}

/** Room for the names at the ends of the lines. */
function marginFor(lines: readonly ChartLine[], hasGhosts: boolean) {
  const [, longest] = extent([hasGhosts ? GHOST_NAME.length : 0, ...lines.map(({ name }) => name.length)]);
  return longest === 0 ? MARGINS.plain : longest > 8 ? MARGINS.wide : MARGINS.named;
}

function largeMarginFor(lines: readonly ChartLine[]) {
  return lines.some(({ name }) => name !== '') ? MARGINS.largeNamed : MARGINS.large;
}

/** The same elements from one drawing to the next, which React then passes over. */
function drawCurves(kind: StageKind, lines: readonly ChartLine[], hasGhosts: boolean, isLarge: boolean) {
  // Seen from the last row.
  const weight = isLarge ? 2 : 1;
  return (
    <>
      <Tooltip
        position={CORNER}
        content={<ChartReading kind={kind} lines={lines} />}
        cursor={CURSOR}
        isAnimationActive={false}
      />
      {hasGhosts &&
        lines.map((line) => (
          <Line
            key={ghostKey(line.key)}
            dataKey={ghostKey(line.key)}
            stroke={line.hue}
            strokeWidth={1.2}
            strokeOpacity={0.75}
            strokeDasharray="3 3"
            dot={false}
            activeDot={false}
            isAnimationActive={false}
            connectNulls
          />
        ))}
      {lines
        .filter((line) => line.isSmoothed)
        .map((line) => (
          <Line
            key={`${line.key} raw`}
            dataKey={line.key}
            stroke={line.hue}
            strokeWidth={weight}
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
          strokeWidth={2 * weight}
          strokeDasharray={line.dash ?? (line.hasDots ? '2 3' : undefined)}
          dot={line.hasDots ? dotOf(line.hue, 2.5 * weight) : false}
          activeDot={dotOf(line.hue, 3.5 * weight)}
          isAnimationActive={false}
          connectNulls
        />
      ))}
    </>
  );
}
