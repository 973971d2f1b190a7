/**
 * One metric over the steps of a run, as every part of the lab has it: what the page draws, what a link and a file carry,
 * what storage keeps. And the ways to make it shorter. Plain arrays, never mutated.
 */
export interface Point {
  readonly step: number;
  readonly value: number;
}

/** In the order of the steps. */
export type Curve = readonly Point[];

/** By metric key. */
export type Curves = Readonly<Record<string, Curve>>;

/** Twice what a wide chart has pixels for; halving brings it there. */
export const MAX_POINTS = 1200;

/** @returns the curve with `points` behind it, halved once it is too long */
export function append(curve: Curve, points: Curve): Curve {
  let all: Curve = [...curve, ...points];
  while (all.length > MAX_POINTS) all = halve(all);
  return all;
}

export function last(curve: Curve | undefined): Point | undefined {
  return curve?.[curve.length - 1];
}

/** As storage and links keep it. @param columns of equal length */
export function fromColumns(steps: ArrayLike<number>, values: ArrayLike<number>): Curve {
  return Array.from(steps, (step, i) => ({ step, value: values[i]! }));
}

/** As run documents keep it. */
export function fromPairs(pairs: readonly (readonly [step: number, value: number])[]): Curve {
  return pairs.map(([step, value]) => ({ step, value }));
}

export function mapCurves<Kept>(curves: Readonly<Record<string, Kept>>, toCurve: (kept: Kept) => Curve): Curves {
  return Object.fromEntries(Object.entries(curves).map(([key, kept]) => [key, toCurve(kept)]));
}

/** @returns every other entry, the first and the last among them: for lists that grow */
export function halve<Entry>(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter((_, index) => index % 2 === 0 || index === entries.length - 1);
}

/** @param most at least 2 · @returns at most `most` entries, evenly drawn, the first and the last among them */
export function drawEvenly<Entry>(entries: readonly Entry[], most: number): readonly Entry[] {
  if (entries.length <= most) return entries;
  return Array.from({ length: most }, (_, i) => entries[Math.round((i * (entries.length - 1)) / (most - 1))]!);
}

/** @returns the curve itself where it is short; else the means of `most` equal windows, each at its window's last step */
export function averageWindows(curve: Curve, most: number): Curve {
  const count = Math.min(curve.length, most);
  const edge = (i: number): number => Math.floor((i * curve.length) / count);
  return Array.from({ length: count }, (_, i) => {
    const window = curve.slice(edge(i), edge(i + 1));
    return { step: last(window)!.step, value: window.reduce((sum, { value }) => sum + value, 0) / window.length };
  });
}
