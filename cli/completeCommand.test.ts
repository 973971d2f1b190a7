import { expect, test } from 'vitest';
import { formatCompletions } from './completeCommand.ts';

const token = { id: 2, text: 'x', logprob: -1 };

test('one completion is its text alone, with nothing that could steer the terminal', () => {
  const text = ' Paris.\n\tIt is \u001b[31mred\u0007.';
  expect(formatCompletions([{ text, tokens: [token], stopped: true }])).toBe(' Paris.\n\tIt is ?[31mred?.\n');
});

test('several stand under their number, their length and how they ended', () => {
  const completions = [
    { text: ' Paris.', tokens: [token, token, token], stopped: true },
    { text: ' Rome', tokens: [token], stopped: false },
  ];
  expect(formatCompletions(completions)).toBe(
    '1 of 2 · 3 tokens, stopped\n Paris.\n\n2 of 2 · 1 token, cut off\n Rome\n',
  );
});
