/** What a stage trained, as a value read from outside: whole with its vectors, or without them as files keep them beside it. */
import { z } from 'zod';
import { rewardHeads } from '../../rlhf/rewardModelSettings.ts';

const vector = z.instanceof(Float32Array);
export const scaleSchema = z.strictObject({ head: z.enum(rewardHeads), mean: z.number(), sd: z.number() });
const rewardModel = scaleSchema.extend({ params: vector, reference: vector });

/** What of an output is no vector. */
export const outputScalesSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('policy') }),
  z.strictObject({ kind: z.literal('rewardModel'), model: scaleSchema, before: scaleSchema.nullable() }),
]);

export const outputSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('policy'), params: vector }),
  z.strictObject({ kind: z.literal('rewardModel'), model: rewardModel, before: rewardModel.nullable() }),
]);
