/**
 * The tests that `npm run mutate` holds every mutant of src/rlhf against: its unit ring. The oracle ring takes minutes a
 * mutant, so it is left out: what it alone would kill counts as survived.
 */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/rlhf/**/*.test.ts'],
    exclude: ['**/*.parity.test.ts', '**/*.oracle.test.ts'],
    // One import of the engine for all mutants: a mutant is switched on at run time.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
