/** Stored curves are whole; a chart that lays several over each other shows a few hundred points of each. */
import type { StoredSeries } from '../storage/types.ts';

export const OVERLAY_POINTS = 400;

export interface ThinPoint {
  readonly step: number;
  readonly value: number;
}

/** @returns at most `most` points of every metric, evenly drawn, the first and the last among them */
export function thinSeries(
  series: StoredSeries,
  most = OVERLAY_POINTS,
): Readonly<Record<string, readonly ThinPoint[]>> {
  return Object.fromEntries(
    Object.entries(series).map(([metric, { steps, values }]) => {
      const count = Math.min(steps.length, values.length);
      const kept = Math.min(count, Math.max(2, most));
      const points = Array.from({ length: kept }, (_, i): ThinPoint => {
        const at = kept === count ? i : Math.round((i * (count - 1)) / (kept - 1));
        return { step: steps[at]!, value: values[at]! };
      });
      return [metric, points];
    }),
  );
}
