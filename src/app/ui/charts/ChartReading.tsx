/** What a chart says at the step under the pointer. */
import type { TooltipContentProps } from 'recharts';
import type { StageKind } from '../../../lab/stages/kinds.ts';
import { findMetric } from '../../../lab/stages/metrics.ts';
import { formatMetric } from '../../series/format.ts';
import { ghostKey, smoothedKey } from '../../series/rows.ts';
import type { ChartLine } from './chartLine.ts';

type ReadingProps = Partial<TooltipContentProps<number, string>> & {
  readonly kind: StageKind;
  readonly lines: readonly ChartLine[];
};

export function ChartReading({ active, payload, label, kind, lines }: ReadingProps) {
  if (!active || !payload || payload.length === 0) return null;
  const valueOf = (dataKey: string): number | null => {
    const value: unknown = payload.find((item) => item.dataKey === dataKey)?.value;
    return typeof value === 'number' ? value : null;
  };
  return (
    <div className="chart-reading number" data-short={lines.length === 1 || undefined}>
      <span className="muted">step {label}</span>
      {lines.map((line) => {
        const metric = findMetric(kind, line.key);
        const raw = valueOf(line.key);
        const theirs = valueOf(ghostKey(line.key));
        if (!metric || (raw === null && theirs === null)) return null;
        const smoothed = line.isSmoothed ? valueOf(smoothedKey(line.key)) : null;
        return (
          <span key={line.key}>
            {line.name} {raw !== null && formatMetric(raw, metric.unit)}
            {smoothed !== null && line.name !== '' && (
              <span className="muted"> smooth {formatMetric(smoothed, metric.unit)}</span>
            )}
            {theirs !== null && <span className="muted"> theirs {formatMetric(theirs, metric.unit)}</span>}
          </span>
        );
      })}
    </div>
  );
}
