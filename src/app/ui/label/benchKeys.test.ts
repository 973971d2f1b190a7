import { expect, test } from 'vitest';
import { readBenchKey } from './benchKeys.ts';

const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
  readBenchKey({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

test('arrows vote, letters do the rest, in either case', () => {
  expect(['ArrowLeft', 'ArrowRight', 'ArrowDown', 'ArrowUp'].map((key) => press(key))).toEqual([
    'a',
    'b',
    'tie',
    'bothBad',
  ]);
  expect(['e', 'N', 'u', 'K'].map((key) => press(key))).toEqual(['edit', 'skip', 'undo', 'keep']);
});

test('other keys and the browser’s own shortcuts mean nothing here', () => {
  expect(['a', 'Enter', ' ', 'Tab', 'constructor'].map((key) => press(key))).toEqual([null, null, null, null, null]);
  expect(press('n', { ctrlKey: true })).toBeNull();
  expect(press('ArrowLeft', { altKey: true })).toBeNull();
});
