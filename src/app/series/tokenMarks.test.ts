import { expect, it } from 'vitest';
import { markMisspelt } from './tokenMarks.ts';

it('marks every piece of a misspelt word, and not the word before or after', () => {
  const tokens = [' His', ' fre', 'ind', ' Anna'].map((text, id) => ({ id, text, logprob: 0 }));
  expect(markMisspelt(tokens, [{ start: 5, end: 11 }])).toEqual([false, true, true, false]);
  expect(markMisspelt(tokens, [])).toEqual([false, false, false, false]);
});
