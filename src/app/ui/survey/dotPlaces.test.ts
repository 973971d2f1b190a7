import { describe, expect, it } from 'vitest';
import { placeDots, scoreRange } from './dotPlaces.ts';

describe('placeDots', () => {
  it('puts each dot in the stack of its value, one above the other, in the order of the replies', () => {
    const places = placeDots([-1, 1, 0.99, -0.2], -1, 1, 4, 1);
    expect(places).toEqual([
      { index: 0, x: 0.125, level: 0 },
      { index: 1, x: 0.875, level: 0 },
      { index: 2, x: 0.875, level: 1 },
      { index: 3, x: 0.375, level: 0 },
    ]);
  });

  it('keeps what lies beyond the axis at its end', () => {
    expect(placeDots([-9, 9], -1, 1, 2, 1).map(({ x }) => x)).toEqual([0.25, 0.75]);
  });
});

it('a stack is as many dots across as it is told', () => {
  expect(placeDots([0, 0, 0], 0, 1, 1, 2).map(({ x, level }) => [x, level])).toEqual([
    [0.25, 0],
    [0.75, 0],
    [0.25, 1],
  ]);
});

describe('scoreRange', () => {
  it('is round, holds every score, and is never empty', () => {
    expect(scoreRange([-1.2, 0.4, 2.1])).toEqual([-2, 3]);
    expect(scoreRange([2, 2])).toEqual([1, 3]);
    expect(scoreRange([])).toEqual([-1, 1]);
  });
});
