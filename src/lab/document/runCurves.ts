/**
 * The curves of a run document: `[step, value]` in the order of the steps, by metric. Checked by hand, because a schema takes
 * seconds for a million points; and thinned for whoever reads them, because no chart shows more.
 */
import { z } from 'zod';
import { isFreeKey, metricValue } from '../../rlhf/fields.ts';
import { LARGEST_FLOAT32 } from '../../rlhf/numerics.ts';
import { drawEvenly, MAX_POINTS } from '../curve.ts';

type Points = [step: number, value: number][];

/** Metrics of a checkpoint at most; the lab has some forty a stage. */
const MOST_METRICS = 300;

const pointsSchema = z
  .custom<Points>(Array.isArray, { error: 'must be a list of points' })
  .superRefine((points, context) => {
    const bad = (points as readonly unknown[]).findIndex((point) => !isPoint(point));
    if (bad < 0) return;
    const value: unknown = Array.isArray(points[bad]) ? points[bad][1] : undefined;
    const path = metricValue.safeParse(value).success ? [bad] : [bad, 1];
    context.addIssue({ code: 'custom', path, message: 'must be [step, value]: a whole number and a float32' });
  });

const metricKey = z.string().min(1).max(80).refine(isFreeKey, { error: 'must be the key of a metric' });

/** Counted before they are read. */
const curvesShape = z.custom<object>(
  (curves) => typeof curves === 'object' && curves !== null && Object.keys(curves).length <= MOST_METRICS,
  { error: `must hold at most ${MOST_METRICS} metrics by their keys` },
);

export const curvesSchema = curvesShape.pipe(z.record(metricKey, pointsSchema));

export type RunCurves = z.output<typeof curvesSchema>;

export function countPoints(curves: RunCurves): number {
  return Object.values(curves).reduce((sum, points) => sum + points.length, 0);
}

/** @returns at most MAX_POINTS of each curve, evenly drawn, the first and the last among them */
export function thinCurves(curves: RunCurves): RunCurves {
  return Object.fromEntries(Object.entries(curves).map(([key, points]) => [key, [...drawEvenly(points, MAX_POINTS)]]));
}

function isPoint(point: unknown): boolean {
  if (!Array.isArray(point) || point.length !== 2) return false;
  const [step, value] = point as readonly unknown[];
  const isStep = Number.isSafeInteger(step) && (step as number) >= 0;
  return isStep && typeof value === 'number' && Math.abs(value) <= LARGEST_FLOAT32;
}
