import { describe, expect, it } from 'vitest';
import { open } from './browserValues.ts';

describe('values kept by the browser', () => {
  it('last as long as the page where the browser refuses its storage', () => {
    const values = open(() => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    });
    values.setItem('theme', 'dark');
    expect(values.getItem('theme')).toBe('dark');
    values.removeItem('theme');
    expect(values.getItem('theme')).toBeNull();
    expect(values.outlivePage).toBe(false);
  });

  it('are the browser’s own where it gives them', () => {
    const stored = new Map([['theme', 'light']]);
    const values = open(() => ({
      getItem: (name) => stored.get(name) ?? null,
      setItem: (name, text) => void stored.set(name, text),
      removeItem: (name) => void stored.delete(name),
    }));
    values.setItem('name', 'Ada');
    expect(values.getItem('theme')).toBe('light');
    expect(stored.get('name')).toBe('Ada');
    expect(values.outlivePage).toBe(true);
  });
});
