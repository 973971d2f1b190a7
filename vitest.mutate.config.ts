/**
 * The tests that `npm run mutate` holds every mutant of src/rlhf against: its unit and oracle rings, in one project. Oracles
 * come last: they take minutes, and most mutants are dead by then.
 */
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

class OraclesLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isOracle = ({ moduleId }: TestSpecification) => moduleId.includes('.oracle.');
    return [...sorted.filter((file) => !isOracle(file)), ...sorted.filter(isOracle)];
  }
}

export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/rlhf/**/*.test.ts'],
    exclude: ['**/*.parity.test.ts'],
    // One import of the engine for all mutants: a mutant is switched on at run time.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    sequence: { sequencer: OraclesLast },
  },
});
