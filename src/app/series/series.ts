/**
 * A metric's curve as the page keeps it: appended to, thinned to what a chart can show. Plain arrays, never mutated.
 */
export interface Point {
  readonly step: number;
  readonly value: number;
}

export type Series = readonly Point[];

/** Twice what a wide chart has pixels for; thinning halves it. */
export const MAX_POINTS = 1200;

/** @returns the series with `points` behind it, every other point dropped (never the last) once it is too long */
export function append(series: Series, points: Series): Series {
  let all = [...series, ...points];
  while (all.length > MAX_POINTS) all = all.filter((_, index) => (all.length - 1 - index) % 2 === 0);
  return all;
}

export function last(series: Series | undefined): Point | undefined {
  return series?.[series.length - 1];
}
