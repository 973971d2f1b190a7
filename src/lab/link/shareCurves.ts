/** Small copies of curves for a link: at most CURVE_POINTS points, four digits, only what the charts draw first. */
import { averageWindows, type Curve, type Curves } from '../curve.ts';
import { specOf, type StageKind } from '../stages/kinds.ts';
import { CURVE_POINTS, type SharedCurve } from './sharedRun.ts';

const DIGITS = 4;

/** @param curve at least one point */
export function thinCurve(curve: Curve): SharedCurve {
  const points = averageWindows(curve, CURVE_POINTS);
  return { steps: points.map(({ step }) => step), values: points.map(({ value }) => round(value, DIGITS)) };
}

/** @returns the curves of a stage that a link carries */
export function shareCurves(kind: StageKind, series: Curves): Readonly<Record<string, SharedCurve>> {
  const shared = specOf(kind).curves.shared.flatMap((key) => {
    const points = (series[key] ?? []).filter(({ value }) => Number.isFinite(value));
    return points.length > 0 ? [[key, thinCurve(points)] as const] : [];
  });
  return Object.fromEntries(shared);
}

export function round(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}
