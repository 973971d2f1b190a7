/** What an average can be told. */
import { z } from 'zod';
import { within } from '../../../rlhf/fields.ts';

export const averageSettings = z.strictObject({
  /** By policy, in their order; what they add up to is the whole. None given = equal shares. */
  shares: z
    .array(within(0, 1000), { error: 'must be a list of numbers' })
    .max(20, 'must hold at most 20 numbers')
    .refine((shares) => shares.length === 0 || shares.some((share) => share > 0), 'must hold a number above 0')
    .default([]),
});

export type AverageSettings = z.output<typeof averageSettings>;
