/**
 * The experiment document: everything that decides what a run computes, as plain JSON with a version and a schema.
 * Missing keys are filled with defaults, so a file or link carries only what differs; unknown keys are errors.
 * It holds no result and nothing about the device.
 */
import { z } from 'zod';
import { InvalidInputError, shownValue } from '../../errors.ts';
import { defaultDisplayPrompts } from './displayPrompts.ts';
import { isFreeKey, text, whole, within, yesNo } from '../../rlhf/fields.ts';
import { findExcess } from './experimentLimits.ts';
import { CURRENT_VERSION, migrateDocument } from './migrate.ts';
import { isStageKind, type Stage } from '../stages/kinds.ts';
import { FIRST_STAGES } from '../stages/stageDefaults.ts';
import { stageSchemaOf, stagesSchema } from './stagesSchema.ts';
import { dataSchema, labelsSchema, specSchema } from './worldSchemas.ts';

export const MAX_SEED = 0xffff_ffff;

const samplingSchema = z.strictObject({
  temperature: within(0, 5).default(1),
  /** 1 = off. */
  topP: within(0.01, 1).default(1),
  /** Always the likeliest token; temperature and topP then don't matter. */
  greedy: yesNo().default(true),
  maxNewTokens: whole(1, 1024).default(48),
});

const displayPromptSchema = z.strictObject({
  id: text(80).refine(isFreeKey, { error: 'must be another name: every JavaScript object has this one' }),
  family: text(40),
  /** What the user says, without the chat frame. */
  question: text(400),
});

function haveOwnIds(prompts: readonly { readonly id: string }[]): boolean {
  return new Set(prompts.map(({ id }) => id)).size === prompts.length;
}

const documentSchema = z.strictObject(
  {
    version: z
      .literal(CURRENT_VERSION, {
        error: `must be a whole number from 1 to ${CURRENT_VERSION}; a document of a newer version needs a newer page or program`,
      })
      .default(CURRENT_VERSION),
    /** Folder name under models/. */
    model: z
      .string({ error: 'must be the name of a model folder' })
      .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/i, { error: 'must be the name of a model folder, such as lab-1m' })
      .default('lab-1m'),
    /** One seed for everything random: data order, sampling. */
    seed: whole(0, MAX_SEED).default(42),
    /** Of WebAssembly: sums are split among them, so their number is part of what is computed, bit for bit. */
    threads: whole(1, 16).default(2),
    stages: stagesSchema.prefault(() => [...FIRST_STAGES]),
    /** What "better" means: rules by rank, with weights. */
    spec: specSchema,
    labels: labelsSchema,
    data: dataSchema,
    /** How display completions are drawn. */
    sampling: samplingSchema.prefault({}),
    displayPrompts: z
      .array(displayPromptSchema, { error: 'must be a list of prompts' })
      .max(64, 'must hold at most 64 prompts')
      .refine(haveOwnIds, 'must hold prompts of different ids')
      .default(() => defaultDisplayPrompts()),
  },
  { error: 'must be a JSON object' },
);

export const experimentSchema = documentSchema.superRefine((experiment, context) => {
  const excess = findExcess(experiment);
  if (excess) context.addIssue({ code: 'custom', message: excess.text, path: ['stages', excess.stage] });
});

export type Experiment = Omit<z.output<typeof experimentSchema>, 'stages'> & { readonly stages: readonly Stage[] };
/** What a person writes: every key optional. */
export type ExperimentInput = Omit<z.input<typeof experimentSchema>, 'stages'> & {
  readonly stages?: readonly object[];
};
export type DisplayPrompt = Experiment['displayPrompts'][number];

/**
 * @param input parsed JSON from a file, a link or a preset, of any version
 * @returns a whole experiment, defaults filled in · @throws InvalidInputError naming the first wrong key by path
 */
export function parseExperiment(input: unknown): Experiment {
  const current = migrateDocument(input);
  const result = experimentSchema.safeParse(current);
  if (result.success) return result.data;
  throw new InvalidInputError(describeIssue(result.error.issues[0], current));
}

/** `experiment.stages.0.steps is 0: it must be …`. */
function describeIssue(issue: z.core.$ZodIssue | undefined, input: unknown): string {
  if (!issue) return 'the experiment is not valid: check it against a preset';
  const path = ['experiment', ...issue.path.map(String)].join('.');
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeysAt(issue.path, input);
    const hint = known.length > 0 ? `known keys there are ${known.join(', ')}` : 'remove it';
    return `${path}.${issue.keys[0]} is not a key of the experiment: ${hint}`;
  }
  const value = issue.path.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), input);
  return `${path} is ${shownValue(value)}: it ${issue.message}`;
}

function knownKeysAt(path: readonly PropertyKey[], input: unknown): string[] {
  const shapes: Record<string, object> = {
    '': experimentSchema.shape,
    stages: stageShapeAt(input, path),
    sampling: samplingSchema.shape,
    displayPrompts: displayPromptSchema.shape,
  };
  return Object.keys(shapes[String(path[0] ?? '')] ?? {});
}

/** The keys of the stage that a path leads into; none where its kind isn't known. */
function stageShapeAt(input: unknown, path: readonly PropertyKey[]): object {
  const stage = path.slice(0, 2).reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), input);
  const kind = isObject(stage) ? stage['kind'] : undefined;
  return isStageKind(kind) ? stageSchemaOf(kind).shape : {};
}

function isObject(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}
