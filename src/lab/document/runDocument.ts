/**
 * The run document (run.json): an experiment and what came of it, checkpoint by checkpoint. Plain JSON, no weights.
 * Time and machine stand in `timing` alone: without it two equal runs on one device give equal documents.
 */
import { z } from 'zod';
import { InvalidInputError } from '../../errors.ts';
import { evalSchema } from './evals.ts';
import { type Experiment, experimentSchema } from './experiment.ts';
import { migrateDocument } from './migrate.ts';

/** `[step, value]` in the order of the steps. */
const seriesSchema = z.array(z.tuple([z.int().min(0), z.number()]));

const runCompletionSchema = z.strictObject({
  /** The whole text the model was fed. */
  prompt: z.string(),
  family: z.string(),
  text: z.string(),
  /** Sum over the completion's tokens, nats. */
  logprob: z.number(),
});

/** A slider that was moved while the stage ran. */
const eventSchema = z.strictObject({ step: z.int().min(0), key: z.string(), value: z.number() });

export const checkpointSchema = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{64}$/),
  /** What the stage is called: base, sft, ppo-2, … */
  stage: z.string(),
  metrics: z.record(z.string(), seriesSchema),
  evals: z.record(z.string(), evalSchema),
  completions: z.array(runCompletionSchema),
  events: z.array(eventSchema).optional(),
});

const timingSchema = z.strictObject({
  device: z.string(),
  /** Wall time of training a stage, its evals left out. */
  stages: z.array(z.strictObject({ stage: z.string(), seconds: z.number().min(0) })),
  /** From the base model to the last completion. */
  totalSeconds: z.number().min(0),
});

const runDocumentSchema = z.strictObject({
  experiment: z.preprocess(migrateDocument, experimentSchema),
  checkpoints: z.array(checkpointSchema).min(1).transform(numberRepeats),
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

/** @throws InvalidInputError naming the first key that isn't as it should be */
export function parseRunDocument(input: unknown): RunDocument {
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
  return parseRunDocument({ experiment, checkpoints: [...checkpoints], ...(timing ? { timing } : {}) });
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
