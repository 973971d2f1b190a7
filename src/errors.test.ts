import { expect, test } from 'vitest';
import { InvalidInputError, shortened } from './errors.ts';

test('a message says what happened and what to do, however long what was given', () => {
  const { message } = new InvalidInputError(`there is no "${'x'.repeat(5000)}": choose another`);
  expect(message.length).toBeLessThanOrEqual(300);
  expect(message).toMatch(/^there is no "x+…x+": choose another$/);
  expect(new InvalidInputError('short').message).toBe('short');
});

test('no half of a character is left where a text is cut', () => {
  for (const longest of [10, 11, 12, 13]) expect(encodeURIComponent(shortened('😀'.repeat(20), longest))).toBeTruthy();
});
