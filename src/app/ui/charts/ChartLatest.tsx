/** The newest value of a line, unsmoothed, in the chart's title line. */
import { findMetric } from '../../../rlhf/metrics.ts';
import type { MetricRecipe } from '../../../rlhf/metrics/types.ts';
import { formatMetric } from '../../series/format.ts';
import type { Row } from '../../series/rows.ts';
import type { ChartLine } from './MetricChart.tsx';

interface LatestProps {
  readonly recipe: MetricRecipe;
  readonly line: ChartLine;
  readonly rows: readonly Row[];
}

export function ChartLatest({ recipe, line, rows }: LatestProps) {
  const value = rows.findLast((row) => line.key in row)?.[line.key];
  const metric = findMetric(recipe, line.key);
  if (value === undefined || !metric) return null;
  return (
    <span className="chart-latest number">
      {line.name && <span className="muted">{line.name} </span>}
      {formatMetric(value, metric.unit)}
    </span>
  );
}
