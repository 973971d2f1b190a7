/** Every number that a stage reports has a row in the metric table, and so a tooltip and a glossary entry. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Executor } from '../../engine/runtime/executor.ts';
import { openNative } from '../../engine/runtime/native.ts';
import { parseExperiment } from '../../lab/document/experiment.ts';
import { openStage } from '../../lab/stages/openStage.ts';
import { findMetric } from '../../lab/stages/metrics.ts';
import { tinyModel } from '../../testing/tinyModel.ts';
import { coreWords, findEntry, glossary, metricEntryId, otherWords, searchGlossary } from './glossary.ts';

const sizes = { promptsPerUpdate: 2, completionsPerPrompt: 2, maxNewTokens: 4, prompts: 4, valueWarmupEpochs: 1 };
const experiment = parseExperiment({
  stages: [
    { kind: 'sft', steps: 1, batchSize: 2, sequenceLength: 256, heldoutPairs: 16 },
    { kind: 'rewardModel', pairs: 24, heldoutPairs: 8, maxNewTokens: 8, batchSize: 8, dropTies: false, epochs: 1 },
    { kind: 'ppo', reward: 'gold', updates: 1, goldEvery: 1, ...sizes },
  ],
});

let executor: Executor;
beforeAll(async () => {
  executor = await openNative({ threads: 1 });
});
afterAll(() => executor.dispose());

test.each(experiment.stages)('$id', async ({ id, kind }) => {
  const model = tinyModel();
  const inputs = { policies: [model.params], rewardModel: null };
  const tools = { isWord: () => true };
  const stage = await openStage({ executor, model, experiment, id, inputs, tools, resume: null });
  const keys = new Set<string>();
  for await (const step of stage.steps()) {
    if (step.type === 'step') Object.keys(step.metrics).forEach((key) => keys.add(key));
  }
  await stage.dispose();
  expect(keys.size).toBeGreaterThan(5);
  for (const key of keys) {
    const row = findMetric(kind, key);
    expect(row, key).toBeDefined();
    expect(findEntry(metricEntryId(kind, row?.key ?? key)).plain).toBe(row?.hint);
  }
});

test('ten words come first, each in a place of its own, and none is lost or told twice', () => {
  expect(coreWords.map(({ core }) => core)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(new Set(glossary.map(({ id }) => id)).size).toBe(glossary.length);
  expect(coreWords.length + otherWords.length).toBe(glossary.length);
});

test('a search finds words by name first, then by what is said of them', () => {
  expect(searchGlossary('PPO')[0]?.label).toBe('PPO, proximal policy optimization');
  expect(searchGlossary('reward HACKING').map(({ id }) => id)).toEqual(['reward-hacking']);
  expect(searchGlossary('flattery').map(({ id }) => id)).toEqual(['reward-hacking']);
  expect(searchGlossary('no such word')).toEqual([]);
});
