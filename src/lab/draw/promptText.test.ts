import { expect, it } from 'vitest';
import { toPromptText, toQuestion } from './promptText.ts';

it('takes a question out of the chat frame it was put into, and leaves other text as it is', () => {
  expect(toQuestion(toPromptText('Name a fruit.'))).toBe('Name a fruit.');
  expect(toQuestion('Once upon a time')).toBe('Once upon a time');
});
