import { expect, it } from 'vitest';
import { rowFigures } from './rowFigures.ts';

it('the loss of a row is a mean over the tokens that count, of all its demonstrations', () => {
  const token = (before: number, after: number) => ({ text: 'x', before, after });
  const figures = rowFigures([
    { prompt: 'User: a', tokens: [token(-1, -0.5), token(-3, -1)] },
    { prompt: 'User: b', tokens: [token(-2, -3)] },
  ]);
  expect(figures).toEqual({ tokens: 3, before: 2, after: 1.5 });
});
