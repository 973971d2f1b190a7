/** The newest value of a line, unsmoothed, in the chart's title line. */
import { findMetric } from '../../rlhf/metrics.ts';
import { formatMetric } from '../series/format.ts';
import type { Row } from '../series/rows.ts';
import type { ChartLine } from './MetricChart.tsx';

export function ChartLatest({ line, rows }: { readonly line: ChartLine; readonly rows: readonly Row[] }) {
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
