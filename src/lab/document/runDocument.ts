/**
 * The run document (run.json): an experiment and what came of it, checkpoint by checkpoint. Plain JSON, no weights.
 * Time and machine stand in `timing` alone: without it two equal runs on one device give equal documents.
 */
import { z } from 'zod';
import { InvalidInputError } from '../../errors.ts';
import { anyText, metricValue } from '../../rlhf/fields.ts';
import { evalSchema } from './evals.ts';
import { type Experiment, experimentSchema } from './experiment.ts';
import { migrateDocument } from './migrate.ts';
import { countPoints, curvesSchema, thinCurves } from './runCurves.ts';

/** Of a checkpoint: the lab shows 64 prompts at most. */
const MOST_COMPLETIONS = 256;
/** Sliders that were moved in a stage. */
const MOST_EVENTS = 10_000;
const MOST_CHECKPOINTS = 100;
/** Of all curves together, in a document that is read: some five times what the longest pipeline writes. */
const MOST_POINTS = 1_000_000;
/** Characters of a text that a model was fed or wrote. */
const LONGEST_TEXT = 20_000;
const shownText = anyText(LONGEST_TEXT);
const name = anyText(200);

const runCompletionSchema = z.strictObject({
  /** The whole text the model was fed. */
  prompt: shownText,
  family: name,
  text: shownText,
  /** Sum over the completion's tokens, nats. */
  logprob: metricValue,
});

/** A slider that was moved while the stage ran. */
const eventSchema = z.strictObject({ step: z.int().min(0), key: name, value: metricValue });

export const checkpointSchema = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{64}$/),
  /** What the stage is called: base, sft, ppo-2, … */
  stage: name,
  metrics: curvesSchema,
  evals: z.record(name, evalSchema),
  completions: z.array(runCompletionSchema).max(MOST_COMPLETIONS),
  events: z.array(eventSchema).max(MOST_EVENTS).optional(),
});

const timingSchema = z.strictObject({
  device: name,
  /** Wall time of training a stage, its evals left out. */
  stages: z.array(z.strictObject({ stage: name, seconds: z.number().min(0) })).max(MOST_CHECKPOINTS),
  /** From the base model to the last completion. */
  totalSeconds: z.number().min(0),
});

const runDocumentSchema = z.strictObject({
  experiment: z.preprocess(migrateDocument, experimentSchema),
  checkpoints: z.array(checkpointSchema).min(1).max(MOST_CHECKPOINTS).transform(numberRepeats),
  timing: timingSchema.optional(),
});

/** Until version 3 a checkpoint was called by its stage's kind, the second of a kind too. */
function numberRepeats<Checkpoint extends { readonly stage: string }>(
  checkpoints: readonly Checkpoint[],
): Checkpoint[] {
  return checkpoints.map((checkpoint, i) => {
    const before = checkpoints.slice(0, i).filter(({ stage }) => stage === checkpoint.stage).length;
    return before === 0 ? checkpoint : { ...checkpoint, stage: `${checkpoint.stage}-${before + 1}` };
  });
}

export type RunDocument = z.output<typeof runDocumentSchema>;
export type RunCheckpoint = z.output<typeof checkpointSchema>;
export type RunEventEntry = z.output<typeof eventSchema>;
export type Timing = z.output<typeof timingSchema>;
export type RunCompletion = z.output<typeof runCompletionSchema>;

/**
 * A document from outside. Its curves are thinned to what a chart shows.
 * @throws InvalidInputError naming the first key that isn't as it should be, or saying that there is too much in it
 */
export function parseRunDocument(input: unknown): RunDocument {
  const document = checkRunDocument(input);
  const points = document.checkpoints.reduce((sum, { metrics }) => sum + countPoints(metrics), 0);
  if (points > MOST_POINTS) {
    throw new InvalidInputError(
      `the run's curves have ${points.toLocaleString('en')} points, and at most ${MOST_POINTS.toLocaleString('en')} are read: leave stages or metrics out`,
    );
  }
  const checkpoints = document.checkpoints.map((one) => ({ ...one, metrics: thinCurves(one.metrics) }));
  return { ...document, checkpoints };
}

function checkRunDocument(input: unknown): RunDocument {
  const result = runDocumentSchema.safeParse(input);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = ['run', ...(issue?.path ?? []).map(String)].join('.');
  throw new InvalidInputError(`${path} ${issue?.message ?? 'is not valid'}: this is not a run document`);
}

/** @returns the document, checked against its own schema */
export function buildRunDocument(
  experiment: Experiment,
  checkpoints: readonly RunCheckpoint[],
  timing?: Timing,
): RunDocument {
  return checkRunDocument({ experiment, checkpoints: [...checkpoints], ...(timing ? { timing } : {}) });
}

/** Turns a stage's steps into series by metric. */
export function collectMetrics(
  steps: Iterable<{ readonly step: number; readonly metrics: Readonly<Record<string, number>> }>,
): RunCheckpoint['metrics'] {
  const series: RunCheckpoint['metrics'] = {};
  for (const { step, metrics } of steps) {
    for (const [key, value] of Object.entries(metrics)) (series[key] ??= []).push([step, value]);
  }
  return series;
}
