import { describe, expect, it } from 'vitest';
import { parseExperiment } from './experiment.ts';
import v1 from '../link/defaults/v1.json' with { type: 'json' };
import v2 from '../link/defaults/v2.json' with { type: 'json' };
import { migrateDocument } from './migrate.ts';
import { parseRunDocument } from './runDocument.ts';

describe('a document of version 1', () => {
  it('opens with the defaults of version 1 spelled out, whatever today’s are', () => {
    const stages = [{ kind: 'sft' }, { kind: 'rewardModel', pairs: 50 }, { kind: 'ppo' }];
    const migrated = migrateDocument({ version: 1, stages });
    expect(migrated).toMatchObject({
      version: 3,
      threads: 2,
      stages: [
        { kind: 'sft', ...v1.stages.sft },
        { kind: 'rewardModel', ...v1.stages.rewardModel, pairs: 50, crossedTwins: 0 },
        { kind: 'ppo', ...v1.stages.ppo, adamEpsilon: 1e-8 },
      ],
      spec: v1.document.spec,
      displayPrompts: v1.document.displayPrompts,
    });
    // The schema has nothing left to fill in.
    expect(parseExperiment({ version: 1, stages })).toEqual(migrated);
  });

  it('opens the same from a run document', () => {
    const experiment = { version: 1, stages: [{ kind: 'rewardModel' }], sampling: { greedy: false } };
    const checkpoint = { id: '0'.repeat(64), stage: 'base', metrics: {}, evals: {}, completions: [] };
    const run = parseRunDocument({ experiment, checkpoints: [checkpoint] });
    expect(run.experiment.stages[0]).toMatchObject({ crossedTwins: 0 });
    expect(run.experiment.sampling).toEqual({ ...v1.document.sampling, greedy: false });
  });

  it('keeps what it says itself', () => {
    const spec = [{ rule: 'short', weight: 7 }];
    const data = { prompts: ['Hello?'] };
    expect(parseExperiment({ version: 1, seed: 7, spec, data })).toMatchObject({
      seed: 7,
      spec: [{ rule: 'short', weight: 7, isOn: true }],
      data: { demonstrations: [], preferences: [], prompts: ['Hello?'] },
    });
  });

  it.each([
    [{ version: 1, stages: 'sft' }, /experiment\.stages is "sft"/],
    [{ version: 1, stages: [7] }, /experiment\.stages\.0/],
    [{ version: 1, sampling: null }, /experiment\.sampling is null/],
    [{ version: 1, stages: [{ kind: 'sft', steps: 0 }] }, /experiment\.stages\.0\.steps is 0/],
  ])('is refused by name: %j', (input, message) => {
    expect(() => parseExperiment(input)).toThrow(message);
  });
});

it('a document of version 2 keeps the ε and the leash that RL had then', () => {
  const { stages } = parseExperiment({ version: 2, stages: [{ kind: 'ppo' }, { kind: 'sft' }] });
  expect(stages).toEqual([
    { kind: 'ppo', ...v2.stages.ppo, adamEpsilon: 1e-8 },
    { kind: 'sft', ...v2.stages.sft },
  ]);
  expect(stages[0]).toMatchObject({ klCoef: 0.2 });
});

it('a document without a version, or of the current one, is left to the schema', () => {
  for (const input of [{}, { version: 3 }, { version: 99 }, { version: '1' }, { version: 1.5 }, null, 7, 'x', []]) {
    expect(migrateDocument(input)).toBe(input);
  }
});
