/** The fields that schemas of settings and documents are made of: each says in its error what it must be. */
import { z } from 'zod';
import { LARGEST_FLOAT32 } from './numerics.ts';

export const whole = (low: number, high: number) => {
  const error = `must be a whole number from ${low} to ${high}`;
  return z.int({ error }).min(low, { error }).max(high, { error });
};
export const within = (low: number, high: number) => {
  const error = `must be a number from ${low} to ${high}`;
  return z.number({ error }).min(low, { error }).max(high, { error });
};
/** What a device computes fits a float32. */
export const metricValue = within(-LARGEST_FLOAT32, LARGEST_FLOAT32);
/** Not one that every JavaScript object has, such as `constructor`: things are looked up by it. */
export const isFreeKey = (name: string): boolean => !(name in {});
export const yesNo = () => z.boolean({ error: 'must be true or false' });
export const text = (longest: number) => {
  const error = `must be a text of 1 to ${longest} characters`;
  return z.string({ error }).min(1, { error }).max(longest, { error });
};
/** May be empty: a completion may be. */
export const anyText = (longest: number) => {
  const error = `must be a text of at most ${longest} characters`;
  return z.string({ error }).max(longest, { error });
};
export const oneOf = <const Values extends readonly string[]>(values: Values) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` });
