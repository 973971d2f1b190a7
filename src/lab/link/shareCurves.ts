/** Small copies of curves for a link: at most CURVE_POINTS points, four digits, only what the charts draw first. */
import { specOf, type StageKind } from '../stages/kinds.ts';
import { CURVE_POINTS, type SharedCurve } from './sharedRun.ts';

const DIGITS = 4;

interface Point {
  readonly step: number;
  readonly value: number;
}

/**
 * @param points in the order of the steps, at least one
 * @returns the points themselves where they are few; else the means of equal windows, each at its window's last step
 */
export function thinCurve(points: readonly Point[]): SharedCurve {
  const count = Math.min(points.length, CURVE_POINTS);
  const windows = Array.from({ length: count }, (_, i) =>
    points.slice(Math.floor((i * points.length) / count), Math.floor(((i + 1) * points.length) / count)),
  );
  return {
    steps: windows.map((window) => window.at(-1)!.step),
    values: windows.map((window) => round(window.reduce((sum, { value }) => sum + value, 0) / window.length, DIGITS)),
  };
}

/** @returns the curves of a stage that a link carries */
export function shareCurves(
  kind: StageKind,
  series: Readonly<Record<string, readonly Point[]>>,
): Readonly<Record<string, SharedCurve>> {
  const shared = specOf(kind).curves.shared.flatMap((key) => {
    const points = (series[key] ?? []).filter(({ value }) => Number.isFinite(value));
    return points.length > 0 ? [[key, thinCurve(points)] as const] : [];
  });
  return Object.fromEntries(shared);
}

export function round(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}
