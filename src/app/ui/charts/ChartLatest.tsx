/** The newest value of a line, unsmoothed, in the chart's title line. */
import type { StageKind } from '../../../lab/stages/kinds.ts';
import { findMetric } from '../../../lab/stages/metrics.ts';
import { formatMetric } from '../../series/format.ts';
import type { Row } from '../../series/rows.ts';
import type { ChartLine } from './chartLine.ts';

interface LatestProps {
  readonly kind: StageKind;
  readonly line: ChartLine;
  readonly rows: readonly Row[];
}

export function ChartLatest({ kind, line, rows }: LatestProps) {
  const value = rows.findLast((row) => line.key in row)?.[line.key];
  const metric = findMetric(kind, line.key);
  if (value === undefined || !metric) return null;
  return (
    <span className="chart-latest number">
      {line.name && <span className="muted">{line.name} </span>}
      {formatMetric(value, metric.unit)}
    </span>
  );
}
