/**
 * Curves in the shape recharts takes: one row a step, with every metric and its smoothed twin. All charts of a stage
 * share the same rows, so that hovering one reads the others at the same step.
 */
import type { SharedCurve } from '../../lab/link/sharedRun.ts';
import { smooth } from './smooth.ts';
import type { Curve } from '../../lab/curve.ts';

export type Row = Readonly<Record<string, number>> & { readonly step: number };

export function smoothedKey(key: string): string {
  return `${key} smoothed`;
}

/** Of a curve that came with a link. */
export function ghostKey(key: string): string {
  return `${key} theirs`;
}

/** @param amount see smooth() · @param ghosts curves of a link, drawn as they are · @returns rows in the order of steps; a row lacks the keys that have no value there */
export function buildRows(
  series: Readonly<Record<string, Curve>>,
  amount: number,
  ghosts: Readonly<Record<string, SharedCurve>> = {},
): readonly Row[] {
  const rows = new Map<number, Record<string, number> & { step: number }>();
  const put = (key: string, points: Curve): void => {
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
  for (const [key, { steps, values }] of Object.entries(ghosts)) {
    put(
      ghostKey(key),
      steps.map((step, i) => ({ step, value: values[i]! })),
    );
  }
  return [...rows.values()].sort((a, b) => a.step - b.step);
}

/** The value at a step, or the last one before it where fewer steps are measured; null before the first. */
export function valueUpTo(
  rows: readonly Row[],
  step: number,
  key: string,
): { readonly step: number; readonly value: number } | null {
  const row = rows.findLast((one) => one.step <= step && one[key] !== undefined);
  return row ? { step: row.step, value: row[key]! } : null;
}
