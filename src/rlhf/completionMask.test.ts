import { expect, test } from 'vitest';
import { checkMask, countOwn, lastOwn, ownValues } from './completionMask.ts';

const completionIds = [4, 5, 6, 7];

test('without a mask every token counts', () => {
  expect(ownValues([1, 2, 3, 4], undefined)).toEqual([1, 2, 3, 4]);
  expect(countOwn({ completionIds })).toBe(4);
  expect(lastOwn({ completionIds })).toBe(3);
});

test('with one, those the host forced don’t', () => {
  const completionMask = [1, 0, 1, 0];
  expect(ownValues([1, 2, 3, 4], completionMask)).toEqual([1, 3]);
  expect(countOwn({ completionIds, completionMask })).toBe(2);
  expect(lastOwn({ completionIds, completionMask })).toBe(2);
});

test.each([
  ['too short', [1, 1]],
  ['neither 0 nor 1', [1, 0.5, 1, 1]],
  ['all forced', [0, 0, 0, 0]],
])('a mask that is %s is refused with its numbers', (_what, completionMask) => {
  expect(() => checkMask({ completionIds, completionMask }, 'Example 3')).toThrow(
    `Example 3 has 4 completion tokens and the mask [${completionMask.join(', ')}]`,
  );
});

test('a mask of a 0 or 1 a token passes, and so does none', () => {
  expect(() => checkMask({ completionIds, completionMask: [0, 0, 0, 1] }, 'Example 3')).not.toThrow();
  expect(() => checkMask({ completionIds }, 'Example 3')).not.toThrow();
});
