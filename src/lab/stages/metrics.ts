/**
 * The one metric table: what every number a stage reports is called, measured in and means. Chart titles, tooltips, glossary
 * and run documents read it; keys follow TRL so that curves can be laid over published ones. No metric is computed here, and
 * the rows stand beside their recipes in rlhf/metrics/.
 */
import type { Metric } from '../../rlhf/metrics/types.ts';
import { specOf, type StageKind, stageKinds } from './kinds.ts';

export interface StageMetric extends Metric {
  readonly stage: StageKind;
}

export const metrics: readonly StageMetric[] = stageKinds.flatMap((stage) =>
  specOf(stage).metrics.map((metric) => ({ ...metric, stage })),
);

/** The row of a stage's metric, or undefined for a key that has none. */
export function findMetric(stage: StageKind, key: string): Metric | undefined {
  const rows = specOf(stage).metrics;
  return (
    rows.find((row) => row.key === key) ??
    rows.find((row) => row.key.endsWith('*') && key.startsWith(row.key.slice(0, -1)))
  );
}
