/**
 * The rings that run in Node: unit (beside the code), oracle and parity. Journeys run in Playwright.
 */
import { defineConfig } from 'vitest/config';

const rings = {
  oracle: ['src/**/*.oracle.test.ts'],
  parity: ['src/**/*.parity.test.ts'],
};

const common = { environment: 'node', testTimeout: 30_000, hookTimeout: 60_000 } as const;

export default defineConfig({
  test: {
    // Native and wasm runtimes keep threads of their own: processes, and no more of them than cores.
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...common,
          name: 'unit',
          include: ['{src,cli,scripts,workers,bench}/**/*.test.{ts,tsx}'],
          exclude: [...rings.oracle, ...rings.parity],
        },
      },
      { test: { ...common, name: 'oracle', include: rings.oracle, testTimeout: 120_000 } },
      { test: { ...common, name: 'parity', include: rings.parity, testTimeout: 240_000 } },
    ],
  },
});
