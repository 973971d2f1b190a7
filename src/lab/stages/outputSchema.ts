/** What a stage trained, as a value read from outside: its kind, and vectors where the page expects them. */
import { z } from 'zod';

const vector = z.instanceof(Float32Array);
const rewardModel = z.looseObject({ params: vector, reference: vector, mean: z.number(), sd: z.number() });

export const outputSchema = z.union([
  z.looseObject({ kind: z.literal('policy'), params: vector }),
  z.looseObject({ kind: z.literal('rewardModel'), model: rewardModel, before: rewardModel.nullable() }),
]);
