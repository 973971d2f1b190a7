/** Evaluations of a checkpoint: a value, its standard error, and how much it is over. */
import { z } from 'zod';
import { metricValue } from '../../rlhf/fields.ts';

export const evalSchema = z.strictObject({
  value: metricValue,
  /** Standard error of `value`. */
  se: metricValue.min(0),
  /** How many prompts, words or bytes `value` is over. */
  n: z.int().min(0),
});

export type Eval = z.output<typeof evalSchema>;
/** By name: `facts/known_exact`, … */
export type Evals = Record<string, Eval>;
