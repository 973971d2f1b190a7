/**
 * The defaults of the current version as one value: what a link leaves out. Frozen in defaults/v<n>.json, so that a link
 * means the same for good; a changed default fails defaults.test.ts until it gets a new version and a step in migrate.ts.
 */
import { parseExperiment } from '../document/experiment.ts';
import type { FrozenDefaults } from '../document/migrate.ts';
import { settingsOf, stageSchemas } from '../stages/stageSchemas.ts';

export function currentDefaults(): FrozenDefaults {
  const stages = Object.entries(stageSchemas).map(([kind, schema]) => [kind, settingsOf(schema.parse({ kind }))]);
  const { rule: _rule, ...specLine } = parseExperiment({ spec: [{ rule: 'short' }] }).spec[0]!;
  return {
    document: parseExperiment({}),
    stages: Object.fromEntries(stages) as FrozenDefaults['stages'],
    specLine,
  };
}
