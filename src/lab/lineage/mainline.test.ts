import { describe, expect, it } from 'vitest';
import { pointerHistory, rollbackTarget } from './mainline.ts';
import type { MainlineEntry } from './types.ts';

type Move = [what: MainlineEntry['what'], to: string, pointer?: string];
const log = (...entries: Move[]): MainlineEntry[] =>
  entries.map(([what, to, pointer = 'mainline'], i) => ({
    number: i + 1,
    at: '2026-01-01T00:00:00.000Z',
    who: 'you',
    pointer,
    what,
    from: null,
    to,
    why: '',
    gate: [],
  }));
const all = (): boolean => true;

describe('rollbackTarget', () => {
  it('is nowhere before a second promotion', () => {
    expect(rollbackTarget([], 'mainline', all)).toBeNull();
    expect(rollbackTarget(log(['created', 'a']), 'mainline', all)).toBeNull();
  });

  it('is the one before, and goes further back each time', () => {
    const three = log(['created', 'a'], ['promoted', 'b'], ['merged', 'c']);
    expect(rollbackTarget(three, 'mainline', all)).toBe('b');
    expect(rollbackTarget([...three, ...numbered(4, ['rolledBack', 'b'])], 'mainline', all)).toBe('a');
    const back = [...three, ...numbered(4, ['rolledBack', 'b'], ['rolledBack', 'a'])];
    expect(rollbackTarget(back, 'mainline', all)).toBeNull();
    expect(rollbackTarget([...back, ...numbered(6, ['promoted', 'd'])], 'mainline', all)).toBe('a');
  });

  it('passes over refusals, other pointers and what was deleted', () => {
    const entries = log(
      ['created', 'a'],
      ['promoted', 'b'],
      ['refused', 'x'],
      ['promoted', 'y', 'other'],
      ['promoted', 'c'],
    );
    expect(pointerHistory(entries, 'mainline')).toEqual(['a', 'b', 'c']);
    expect(rollbackTarget(entries, 'mainline', (id) => id !== 'b')).toBe('a');
    expect(rollbackTarget(entries, 'mainline', () => false)).toBeNull();
  });
});

function numbered(first: number, ...entries: Move[]): MainlineEntry[] {
  return log(...entries).map((entry, i) => ({ ...entry, number: first + i }));
}
