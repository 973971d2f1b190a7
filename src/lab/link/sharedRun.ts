/**
 * What a link or an `.rlhflab.json` file carries: an experiment, and where it was run, a small copy of its curves and a
 * digest of what came out. Names and device labels are only ever shown as text.
 */
import { z } from 'zod';
import type { Experiment } from '../document/experiment.ts';
import { cleanLine, LONGEST_NAME } from '../document/names.ts';
import type { StageId } from '../stages/kinds.ts';
import { metricValue, whole } from '../../rlhf/fields.ts';

/** Points of a shared curve at most. */
export const CURVE_POINTS = 64;

/** Steps ascending; as many values as steps. */
export interface SharedCurve {
  readonly steps: readonly number[];
  readonly values: readonly number[];
}

/** By the stage's name, then by metric key. */
export type SharedCurves = Readonly<Record<StageId, Readonly<Record<string, SharedCurve>>>>;

/** What a stage's training came to. */
export interface StageDigest {
  /** SHA-256 of its float32 weights: 64 hex digits (weightsDigest.ts). */
  readonly weights: string;
  /** Last value by metric key, to six digits. */
  readonly metrics: Readonly<Record<string, number>>;
  /** "CPU (wasm, 2 threads)". */
  readonly device: string;
  readonly threads: number;
  /** engineVersion() that trained it. */
  readonly engine: string;
}

/** By the stage's name. */
export type RunDigest = Readonly<Record<StageId, StageDigest>>;

export interface SharedRun {
  /** Of the experiment, as its author called it; may be empty. */
  readonly name: string;
  readonly experiment: Experiment;
  readonly curves: SharedCurves;
  readonly digest: RunDigest;
}

/** One line: no control characters, none that turn the direction of writing. */
const line = (longest: number) =>
  z
    .string({ error: 'must be a text' })
    .max(longest, { error: `must have at most ${longest} characters` })
    .refine((text) => text === cleanLine(text), { error: 'must not hold control characters' });

const metricKey = z.string().regex(/^[a-z0-9][\w./:@-]{0,59}$/i, { error: 'must be the key of a metric' });

const curveSchema = z
  .strictObject({
    steps: z.array(whole(0, 10_000_000)).min(1).max(CURVE_POINTS),
    values: z.array(metricValue).min(1).max(CURVE_POINTS),
  })
  .refine(({ steps, values }) => steps.length === values.length, { error: 'must have as many values as steps' })
  .refine(({ steps }) => steps.every((step, i) => i === 0 || step > steps[i - 1]!), {
    error: 'must have rising steps',
  });

const digestSchema = z.strictObject({
  weights: z.string().regex(/^[0-9a-f]{64}$/, { error: 'must be 64 hex digits' }),
  metrics: z.record(metricKey, metricValue),
  device: line(120),
  threads: whole(1, 64),
  engine: line(20),
});

/** What a stage is called (document/stagesSchema.ts); links of older versions call it by its kind, which is the same. */
const stageName = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/i, { error: 'must be the name of a stage' });
const byStage = <Schema extends z.ZodType>(schema: Schema) => z.record(stageName, schema);

/** All but the experiment, which has its own parser. */
export const contentSchema = z.strictObject(
  {
    name: line(LONGEST_NAME).default(''),
    experiment: z.record(z.string(), z.unknown(), { error: 'must be an experiment' }),
    curves: byStage(z.record(metricKey, curveSchema)).default({}),
    digest: byStage(digestSchema).default({}),
  },
  { error: 'must be a JSON object' },
);
