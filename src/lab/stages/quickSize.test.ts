import { expect, test } from 'vitest';
import { parseExperiment } from '../document/experiment.ts';
import { settingsOf, specOf, stageKinds } from './kinds.ts';
import { sizeOf, sizeSettings } from './quickSize.ts';
import { stageDefaults } from './stageDefaults.ts';

const quickKinds = stageKinds.filter((kind) => specOf(kind).quick);

/** A stage of the kind, after a stage that makes what it starts from. */
function stageWith(kind: (typeof stageKinds)[number], settings: object) {
  return parseExperiment({ stages: [{ kind, id: 'it', ...settings }] }).stages[0]!;
}

test('imitation and RL have a quick size', () => {
  expect(quickKinds.length).toBeGreaterThanOrEqual(3);
});

test.each(quickKinds)('%s: the quick size is valid, says that it is weaker, and changes nothing else', (kind) => {
  const quick = specOf(kind).quick!;
  expect(quick.says).toMatch(/quarter.*Weaker: /);
  const stage = stageWith(kind, quick.settings);
  expect(sizeOf(stage)).toBe('quick');
  expect({ ...settingsOf(stage), ...sizeSettings(kind, 'default') }).toEqual(stageDefaults(kind));
  expect(sizeOf(stageWith(kind, {}))).toBe('default');
});

test('a kind of one size has none to choose, and a changed setting is neither', () => {
  for (const kind of stageKinds.filter((each) => !specOf(each).quick)) expect(sizeSettings(kind, 'quick')).toEqual({});
  const [kind] = quickKinds;
  const [key] = Object.keys(specOf(kind!).quick!.settings);
  expect(sizeOf(stageWith(kind!, { [key!]: 3 }))).toBeNull();
});
