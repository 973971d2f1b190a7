import { expect, test } from 'vitest';
import { readBenchKey } from './benchKeys.ts';

test('arrows vote, letters do the rest, in either case', () => {
  expect(['ArrowLeft', 'ArrowRight', 'ArrowDown', 'ArrowUp'].map(readBenchKey)).toEqual(['a', 'b', 'tie', 'bothBad']);
  expect(['e', 'N', 'u', 'K'].map(readBenchKey)).toEqual(['edit', 'skip', 'undo', 'keep']);
});

test('other keys mean nothing here', () => {
  expect(['a', 'Enter', ' ', 'Tab', 'constructor'].map(readBenchKey)).toEqual([null, null, null, null, null]);
});
