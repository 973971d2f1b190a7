/** The bench by keyboard. */
import { useEffect } from 'react';
import { keepAiLabel, skip, undo, vote } from '../../store/label/labelActions.ts';
import { isPageKey } from '../keys/pageKey.ts';
import type { BenchMode } from '../../store/label/labelState.ts';

export type BenchKey = 'a' | 'b' | 'tie' | 'bothBad' | 'edit' | 'skip' | 'undo' | 'keep';

const keys: Readonly<Record<string, BenchKey>> = {
  ArrowLeft: 'a',
  ArrowRight: 'b',
  ArrowDown: 'tie',
  ArrowUp: 'bothBad',
  e: 'edit',
  n: 'skip',
  u: 'undo',
  k: 'keep',
};

/** @returns what a key means at the bench, or null */
export function readBenchKey(pressed: string): BenchKey | null {
  const key = pressed.length === 1 ? pressed.toLowerCase() : pressed;
  return Object.hasOwn(keys, key) ? (keys[key] ?? null) : null;
}

/** @param onEdit null where replies aren't edited */
export function useBenchKeys(mode: BenchMode, onEdit: (() => void) | null): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const key = isPageKey(event) ? readBenchKey(event.key) : null;
      if (key === null) return;
      if ((key === 'keep' && mode !== 'check') || (key === 'edit' && onEdit === null)) return;
      event.preventDefault();
      perform(key, onEdit);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [mode, onEdit]);
}

export function perform(key: BenchKey, onEdit: (() => void) | null): void {
  switch (key) {
    case 'edit':
      return onEdit?.();
    case 'skip':
      return skip();
    case 'undo':
      return undo();
    case 'keep':
      return keepAiLabel();
    case 'a':
    case 'b':
    case 'tie':
    case 'bothBad':
      return vote(key);
  }
}
