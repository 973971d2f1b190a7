/**
 * What a chart says at the step under the pointer. It stands at the far side of the chart, so that it hides nothing of what
 * is being read.
 */
import { createContext, use } from 'react';
import { type TooltipContentProps, usePlotArea } from 'recharts';
import type { StageKind } from '../../../lab/stages/kinds.ts';
import { findMetric } from '../../../lab/stages/metrics.ts';
import { formatMetric } from '../../series/format.ts';
import { ghostKey, type Row, smoothedKey, valueUpTo } from '../../series/rows.ts';
import type { ChartLine } from './chartLine.ts';

type ReadingProps = Partial<TooltipContentProps<number, string>> & {
  readonly kind: StageKind;
  readonly lines: readonly ChartLine[];
};

/** The rows of the chart around it: a new list at every step, which as a property would have the chart set up anew. */
export const ReadRows = createContext<readonly Row[]>([]);

export function ChartReading({ active, label, coordinate, kind, lines }: ReadingProps) {
  const rows = use(ReadRows);
  const plot = usePlotArea();
  const step = Number(label);
  if (!active || !plot || !rows.some((row) => row.step === step)) return null;
  const isLeft = (coordinate?.x ?? 0) < plot.x + plot.width / 2;
  const side = isLeft ? { left: plot.x + plot.width, transform: 'translateX(-100%)' } : { left: plot.x };
  return (
    <div className="chart-reading number" data-short={lines.length === 1 || undefined} style={side}>
      <span className="muted">step {step}</span>
      {lines.map((line) => (
        <LineReading key={line.key} kind={kind} line={line} rows={rows} step={step} />
      ))}
    </div>
  );
}

interface LineProps {
  readonly kind: StageKind;
  readonly line: ChartLine;
  readonly rows: readonly Row[];
  readonly step: number;
}

/** What isn't measured at every step is read from where it was measured last. */
function LineReading({ kind, line, rows, step }: LineProps) {
  const metric = findMetric(kind, line.key);
  const own = valueUpTo(rows, step, line.key);
  const theirs = valueUpTo(rows, step, ghostKey(line.key));
  if (!metric || (!own && !theirs)) return null;
  const smoothed = line.isSmoothed && line.name !== '' ? valueUpTo(rows, step, smoothedKey(line.key)) : null;
  return (
    <span>
      {line.name} {own && formatMetric(own.value, metric.unit)}
      {smoothed && <span className="muted"> smooth {formatMetric(smoothed.value, metric.unit)}</span>}
      {own && own.step < step && <span className="muted"> at {own.step}</span>}
      {theirs && <span className="muted"> theirs {formatMetric(theirs.value, metric.unit)}</span>}
    </span>
  );
}
