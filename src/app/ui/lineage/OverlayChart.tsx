/**
 * One metric of several checkpoints. They share the hue of their stage, so shade, dash and the letter at its end tell the
 * lines apart; the raw line is faint behind the smoothed one.
 */
import { memo, useMemo } from 'react';
import { Line, Tooltip } from 'recharts';
import type { Curve } from '../../../lab/curve.ts';
import type { StageKind } from '../../../lab/stages/kinds.ts';
import { findMetric } from '../../../lab/stages/metrics.ts';
import { metricEntryId } from '../../words/glossary.ts';
import { formatMetric } from '../../series/format.ts';
import { buildRows, smoothedKey } from '../../series/rows.ts';
import { linearTicks } from '../../series/ticks.ts';
import { useLab } from '../../store/store.ts';
import { ChartFigure } from '../charts/ChartFigure.tsx';
import { chooseTicks, CURSOR, TICK_TEXTS, TOP } from '../charts/chartLook.ts';
import { ChartTable } from '../charts/ChartTable.tsx';
import { ChartMarks } from '../charts/ChartMarks.tsx';
import { Term } from '../controls/Term.tsx';

export interface OverlayLine {
  /** As in the heads of the tables. */
  readonly letter: string;
  /** Among the lines of its stage. */
  readonly place: number;
  readonly hue: string;
  readonly points: Curve;
}

interface OverlayChartProps {
  readonly kind: StageKind;
  readonly metric: string;
  readonly title: string;
  readonly lines: readonly OverlayLine[];
}

const NO_MARKS: readonly never[] = [];
const DASHES = [undefined, '7 3', '2 3', '9 3 2 3'];
/** How much of the hue is left, the rest is the colour of the text. */
const SHADES = [100, 60, 80, 35];

export const OverlayChart = memo(function OverlayChart({ kind, metric, title, lines }: OverlayChartProps) {
  const smoothing = useLab((state) => state.ui.smoothing);
  const named = useMemo(() => lines.map((line) => ({ ...line, key: line.letter || 'value' })), [lines]);
  const rows = useMemo(
    () => buildRows(Object.fromEntries(named.map(({ key, points }) => [key, points])), smoothing),
    [named, smoothing],
  );
  const ends = useMemo(
    () => named.map(({ key, letter, hue, place }) => ({ key, name: letter, hue: shade(hue, place), isSmoothed: true })),
    [named],
  );
  const row = findMetric(kind, metric);
  const unit = row?.unit ?? 'number';
  const worded = named.map(({ key }) => ({ key, name: key, format: (value: number) => formatMetric(value, unit) }));
  const valueTicks = useMemo(
    () => chooseTicks(rows, named, { isLogScale: false, isFromZero: false, count: 4 }),
    [rows, named],
  );
  const lastStep = rows.at(-1)?.step ?? 1;
  const stepTicks = linearTicks(0, lastStep, 4).filter((step) => step <= lastStep);
  return (
    <ChartFigure
      label={`${title} of the selected checkpoints over steps`}
      caption={<Term id={metricEntryId(kind, row?.key ?? metric)}>{title}</Term>}
      className="overlay-chart"
      data={rows}
      xKey="step"
      x={{ ticks: stepTicks, tickText: String, domain: [0, lastStep] }}
      y={{ ticks: valueTicks, tickText: TICK_TEXTS[unit === 'share' ? 'share' : 'plain'] }}
      right={22}
      isReadByKeys
      table={<ChartTable caption={title} rows={rows} xName="step" xKey="step" lines={worded} />}
    >
      <Tooltip
        position={TOP}
        cursor={CURSOR}
        isAnimationActive={false}
        formatter={(value) => (typeof value === 'number' ? formatMetric(value, unit) : '')}
        labelFormatter={(step) => `step ${Number(step)}`}
        contentStyle={TIP}
      />
      {named.map(({ key, hue }) => (
        <Line
          key={`${key} raw`}
          dataKey={key}
          stroke={hue}
          strokeWidth={1}
          strokeOpacity={0.25}
          dot={false}
          activeDot={false}
          tooltipType="none"
          isAnimationActive={false}
          connectNulls
        />
      ))}
      {named.map(({ key, hue, place }) => (
        <Line
          key={key}
          name={key}
          dataKey={smoothedKey(key)}
          stroke={shade(hue, place)}
          strokeWidth={2}
          strokeDasharray={DASHES[place % DASHES.length]}
          dot={false}
          isAnimationActive={false}
          connectNulls
        />
      ))}
      <ChartMarks rows={rows} lines={ends} marks={NO_MARKS} />
    </ChartFigure>
  );
});

const TIP = {
  padding: '4px 8px',
  border: '1px solid var(--line)',
  borderRadius: 4,
  background: 'var(--surface)',
  fontSize: 'var(--size-1)',
};

function shade(hue: string, place: number): string {
  const share = SHADES[place % SHADES.length] ?? 100;
  return share === 100 ? hue : `color-mix(in oklab, ${hue} ${share}%, var(--text))`;
}
