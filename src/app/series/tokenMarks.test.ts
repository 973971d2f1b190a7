import { expect, it } from 'vitest';
import { newSentences } from './textDiff.ts';
import { markTokens } from './tokenMarks.ts';

const tokensOf = (...texts: string[]) => texts.map((text) => ({ text }));

it('marks every piece of a misspelt word, and not the word before or after', () => {
  const tokens = tokensOf(' His', ' fre', 'ind', ' Anna');
  expect(markTokens(tokens, [{ start: 5, end: 11 }])).toEqual([false, true, true, false]);
  expect(markTokens(tokens, [])).toEqual([false, false, false, false]);
});

it('marks a new sentence, and neither the one before it nor the end-of-text token', () => {
  const tokens = tokensOf(' Rome', '.', ' Take', ' care', '!', '');
  const places = newSentences(' Rome.', ' Rome. Take care!');
  expect(markTokens(tokens, places)).toEqual([false, false, true, true, true, false]);
});
