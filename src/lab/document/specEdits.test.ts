import { expect, test } from 'vitest';
import type { Spec } from '../../world/spec/types.ts';
import { allLines, changeLine, defaultSpecLines, isDefaultSpec, moveLine } from './specEdits.ts';

const spec: Spec = [
  { rule: 'kind', weight: 3, isOn: true },
  { rule: 'stops', weight: 2, isOn: true },
  { rule: 'short', weight: 1, isOn: false },
];
const order = (lines: Spec) => lines.slice(0, 3).map(({ rule }) => rule);

test('rules that are left out come last, off', () => {
  const lines = allLines(spec);
  expect(lines).toHaveLength(13);
  expect(lines.slice(0, 3)).toEqual(spec);
  expect(lines.slice(3).every(({ isOn }) => !isOn)).toBe(true);
});

test('a rule moves up, down, and no further than the ends', () => {
  expect(order(moveLine(spec, 'stops', 0))).toEqual(['stops', 'kind', 'short']);
  expect(order(moveLine(spec, 'kind', 1))).toEqual(['stops', 'kind', 'short']);
  expect(order(moveLine(spec, 'kind', -5))).toEqual(['kind', 'stops', 'short']);
  expect(moveLine(spec, 'kind', 99).at(-1)?.rule).toBe('kind');
});

test('one line changes, the others don’t; the default is known again', () => {
  const changed = changeLine(spec, 'stops', { weight: 0.5 });
  expect(changed[1]).toEqual({ rule: 'stops', weight: 0.5, isOn: true });
  expect(changed[0]).toEqual(spec[0]);
  expect(isDefaultSpec(defaultSpecLines())).toBe(true);
  expect(isDefaultSpec(changed)).toBe(false);
});
