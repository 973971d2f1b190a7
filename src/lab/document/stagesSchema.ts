/**
 * The document's list of stages: each a kind with its settings, a name, and what it starts from where that isn't the newest
 * before it. Names that aren't given are made of the kind; how the stages hang together is checked as a whole.
 */
import { z } from 'zod';
import { isFreeKey } from '../../rlhf/fields.ts';
import { BASE, findFault, nameStages } from '../pipeline.ts';
import { type Stage, type StageKind, specOf, stageKinds } from '../stages/kinds.ts';

const NAME = 'must be a name of letters, digits and hyphens, at most 40, other than base and compare';

/** What a stage is called. `base` is the shipped model, `compare` the page's last card. */
const stageId = z
  .string({ error: 'must be a name' })
  .regex(/^[a-zA-Z][a-zA-Z0-9-]{0,39}$/, { error: NAME })
  .refine((name) => name !== BASE && name !== 'compare' && isFreeKey(name), NAME);

/** Where a stage hangs on others. */
const placeShape = {
  id: stageId.optional(),
  /** Names of stages before it, or `base`: policies, and a reward model where it reads one. None = the newest before it. */
  from: z
    .array(z.string({ error: 'must be the name of a stage' }).max(40, 'must be the name of a stage'), {
      error: 'must be a list of names of stages',
    })
    .max(20, 'must hold at most 20 names')
    .default([]),
};

/** Keys of a stage of a kind, in the order they are written. */
export function stageSchemaOf(kind: StageKind) {
  return z.strictObject({ kind: z.literal(kind), ...placeShape, ...specOf(kind).settings.shape });
}

const [first, ...others] = stageKinds.map(stageSchemaOf);

const stageSchema = z.discriminatedUnion('kind', [first!, ...others], {
  error: `must be a stage with "kind": ${stageKinds.map((kind) => `"${kind}"`).join(', ')}`,
});

/** Most stages of an experiment. */
const MAX_STAGES = 40;

export const stagesSchema = z
  .array(stageSchema, { error: 'must be a list of stages' })
  .min(1, 'must hold at least one stage')
  .max(MAX_STAGES, `must hold at most ${MAX_STAGES} stages`)
  .transform((stages, context): readonly Stage[] => {
    // The union of all kinds' schemas is built from a table, so its type is told here.
    const named = nameStages(stages) as unknown as readonly Stage[];
    const fault = findFault({ stages: named });
    if (fault) context.addIssue({ code: 'custom', message: fault.text, path: fault.at.slice(1) });
    return named;
  });
