import { expect, test } from 'vitest';
import type { z } from 'zod';
import { anyText, oneOf, text, whole, within, yesNo } from './fields.ts';

const complaint = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues[0]?.message ?? null;

test.each([
  ['whole', whole(2, 5), [2, 5], [1, 6, 2.5, '3', null], 'must be a whole number from 2 to 5'],
  ['within', within(0.5, 1), [0.5, 1, 0.75], [0.4, 1.1, '1', Number.NaN], 'must be a number from 0.5 to 1'],
  ['yesNo', yesNo(), [true, false], [0, 'true', null], 'must be true or false'],
  ['text', text(3), ['a', 'abc'], ['', 'abcd', 3], 'must be a text of 1 to 3 characters'],
  ['anyText', anyText(3), ['', 'abc'], ['abcd', 3], 'must be a text of at most 3 characters'],
  ['oneOf', oneOf(['a', 'b']), ['a', 'b'], ['c', 1], 'must be one of a, b'],
] as const)('%s takes what is in bounds and says what it must be', (_name, schema, right, wrong, message) => {
  for (const value of right) expect(complaint(schema, value)).toBeNull();
  for (const value of wrong) expect(complaint(schema, value)).toBe(message);
});
