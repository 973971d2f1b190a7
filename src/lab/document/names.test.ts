import { expect, test } from 'vitest';
import { cleanLine, cleanName } from './names.ts';

test('a name has no characters that an address, an SVG or a file can’t hold', () => {
  const dirty = 'a\u0000b\u001bc\ud83dd\udc00e\uffffF\u202eg\nh';
  expect(cleanLine(dirty)).toBe('a b c d e F g h');
  expect(() => encodeURIComponent(cleanLine(dirty))).not.toThrow();
});

test('a name that is too long isn’t cut within a character', () => {
  expect(cleanName(`${'x'.repeat(59)}😀`)).toBe('x'.repeat(59));
  expect(cleanName(`  ${'x'.repeat(58)}😀 and more`)).toBe(`${'x'.repeat(58)}😀`);
});
