/**
 * Curves in the shape recharts takes: one row a step, with every metric and its smoothed twin. All charts of a stage
 * share the same rows, so that hovering one reads the others at the same step.
 */
import { smooth } from './smooth.ts';
import type { Series } from './series.ts';

export type Row = Readonly<Record<string, number>> & { readonly step: number };

export function smoothedKey(key: string): string {
  return `${key} smoothed`;
}

/** @param amount see smooth() · @returns rows in the order of steps; a row lacks the keys that have no value there */
export function buildRows(series: Readonly<Record<string, Series>>, amount: number): readonly Row[] {
  const rows = new Map<number, Record<string, number> & { step: number }>();
  const put = (key: string, points: Series): void => {
    for (const { step, value } of points) {
      const row = rows.get(step) ?? { step };
      row[key] = value;
      rows.set(step, row);
    }
  };
  for (const [key, points] of Object.entries(series)) {
    put(key, points);
    put(smoothedKey(key), smooth(points, amount));
  }
  return [...rows.values()].sort((a, b) => a.step - b.step);
}
