/**
 * Puts a tiny, freshly initialised model beside the built page, for journeys that are about the page and not about what
 * the model says: `?model=tiny`. It is never part of a release: only dist/ has it, and only after a test run.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packTinyModel } from '../src/testing/tinyModel.ts';

export default function packTiny(): void {
  const dist = join(import.meta.dirname, '..', 'dist');
  if (!existsSync(join(dist, 'index.html'))) throw new Error('dist/ holds no built page: run `npx vite build` first');
  const folder = join(dist, 'models', 'tiny');
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of packTinyModel()) {
    writeFileSync(join(folder, name), typeof content === 'string' ? content : new Uint8Array(content));
  }
}
