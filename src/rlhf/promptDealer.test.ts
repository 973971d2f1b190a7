import { expect, test } from 'vitest';
import { promptDealer } from './promptDealer.ts';

test('every pass deals every prompt once, in an order of its own, across the updates', () => {
  const next = promptDealer(6, 4, 3);
  const dealt = [next(), next(), next()];
  expect(dealt.map((hand) => hand.length)).toEqual([4, 4, 4]);
  const [first, second] = [dealt.flat().slice(0, 6), dealt.flat().slice(6)];
  expect([...first].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  expect([...second].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  expect(second).not.toEqual(first);
});

test('the seed decides', () => {
  expect(promptDealer(20, 20, 3)()).toEqual(promptDealer(20, 20, 3)());
  expect(promptDealer(20, 20, 3)()).not.toEqual(promptDealer(20, 20, 4)());
});

test('fewer prompts than an update asks for are dealt more than once', () => {
  expect(promptDealer(2, 5, 1)().sort()).toHaveLength(5);
});
