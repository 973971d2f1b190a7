import { expect, it } from 'vitest';
import { markedParts } from './MarkedReply.tsx';

it('marks the words that decide, and keeps every letter once', () => {
  const text = 'No. Go away! It is five.';
  const places = [
    { start: 0, end: 12 },
    { start: 4, end: 12 },
    { start: 19, end: 23 },
  ];
  const parts = markedParts(text, places);
  expect(parts.map(({ part }) => part).join('')).toBe(text);
  expect(parts.filter(({ isMarked }) => isMarked).map(({ part }) => part)).toEqual(['No. Go away!', 'five']);
  expect(markedParts(text, [])).toEqual([{ part: text, isMarked: false }]);
});
