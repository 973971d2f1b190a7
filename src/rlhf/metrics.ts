/**
 * The one metric table: what every number a recipe reports is called, measured in and means. Chart titles, tooltips,
 * glossary and run documents read it; keys follow TRL so that curves can be laid over published ones.
 * No metric is computed here. A metric of a recipe is one row in the recipe's file in metrics/.
 */
import { ppoMetrics } from './metrics/ppo.ts';
import { rewardModelMetrics } from './metrics/rewardModel.ts';
import { sftMetrics } from './metrics/sft.ts';
import type { Metric, MetricRecipe } from './metrics/types.ts';

export const metrics: readonly Metric[] = [...sftMetrics, ...rewardModelMetrics, ...ppoMetrics];

/** The row of a recipe's metric, or undefined for a key that has none. */
export function findMetric(recipe: MetricRecipe, key: string): Metric | undefined {
  const rows: readonly Metric[] = metrics;
  return (
    rows.find((row) => row.recipe === recipe && row.key === key) ??
    rows.find((row) => row.recipe === recipe && row.key.endsWith('*') && key.startsWith(row.key.slice(0, -1)))
  );
}
