/** Small copies of curves for a link: at most CURVE_POINTS points, four digits, only what the charts draw first. */
import type { StageKind } from '../stages/stageSchemas.ts';
import { CURVE_POINTS, type SharedCurve } from './sharedRun.ts';

/** What is worth its place in a link, by stage. The learning rate and its like follow from the settings. */
export const SHARED_METRICS: Readonly<Record<StageKind, readonly string[]>> = {
  sft: ['loss', 'eval/loss', 'mean_token_accuracy', 'grad_norm'],
  rewardModel: ['loss', 'eval/loss', 'accuracy', 'eval/accuracy', 'margin'],
  ppo: [
    ...['objective/scores', 'objective/gold', 'eval/scores', 'eval/gold', 'objective/kl', 'objective/entropy'],
    ...['completions/mean_length', 'loss/value_avg', 'policy/clipfrac_avg'],
  ],
};

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
  stage: StageKind,
  series: Readonly<Record<string, readonly Point[]>>,
): Readonly<Record<string, SharedCurve>> {
  const shared = SHARED_METRICS[stage].flatMap((key) => {
    const points = (series[key] ?? []).filter(({ value }) => Number.isFinite(value));
    return points.length > 0 ? [[key, thinCurve(points)] as const] : [];
  });
  return Object.fromEntries(shared);
}

export function round(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}
