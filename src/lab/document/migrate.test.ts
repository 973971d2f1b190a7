import { describe, expect, it } from 'vitest';
import { parseExperiment } from './experiment.ts';
import { ppoKind } from '../stages/ppo/kind.ts';
import { rewardModelKind } from '../stages/rewardModel/kind.ts';
import { sftKind } from '../stages/sft/kind.ts';
import frozen from './defaults.json' with { type: 'json' };
import { migrateDocument } from './migrate.ts';
import { parseRunDocument } from './runDocument.ts';

const v1 = frozen['1'].document;
const [sft, rewardModel, ppo] = [sftKind, rewardModelKind, ppoKind].map(({ history }) => history.defaults);

/** Until version 4 SFT read demonstrations alone. */
const alone = { pretrainingShare: 0, pretrainingCoef: 0.1 };

describe('a document of version 1', () => {
  it('opens with the defaults of version 1 spelled out, whatever today’s are', () => {
    const stages = [{ kind: 'sft' }, { kind: 'rewardModel', pairs: 50 }, { kind: 'ppo' }];
    const migrated = migrateDocument({ version: 1, stages });
    expect(migrated).toMatchObject({
      version: 4,
      threads: 2,
      stages: [
        { kind: 'sft', ...sft![1], ...alone },
        { kind: 'rewardModel', ...rewardModel![1], pairs: 50, crossedTwins: 0 },
        { kind: 'ppo', ...ppo![1], adamEpsilon: 1e-8, minibatches: 3 },
      ],
      spec: v1.spec,
      displayPrompts: v1.displayPrompts,
    });
    // The schema has only names and places left to fill in.
    const { stages: named, ...rest } = parseExperiment({ version: 1, stages });
    expect({ ...rest, stages: named.map(({ id: _id, from: _from, ...stage }) => stage) }).toEqual(migrated);
    expect(named.map(({ id }) => id)).toEqual(['sft', 'rewardModel', 'ppo']);
  });

  it('opens the same from a run document', () => {
    const experiment = { version: 1, stages: [{ kind: 'rewardModel' }], sampling: { greedy: false } };
    const checkpoint = { id: '0'.repeat(64), stage: 'base', metrics: {}, evals: {}, completions: [] };
    const run = parseRunDocument({ experiment, checkpoints: [checkpoint] });
    expect(run.experiment.stages[0]).toMatchObject({ crossedTwins: 0 });
    expect(run.experiment.sampling).toEqual({ ...v1.sampling, greedy: false });
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
    { kind: 'ppo', id: 'ppo', from: [], ...ppo![2], warmupFraction: 0, adamEpsilon: 1e-8, minibatches: 3 },
    { kind: 'sft', id: 'sft', from: [], ...sft![2], ...alone },
  ]);
  expect(stages[0]).toMatchObject({ klCoef: 0.2 });
});

it('a document without a version, or of the current one, is left to the schema', () => {
  for (const input of [{}, { version: 4 }, { version: 99 }, { version: '1' }, { version: 1.5 }, null, 7, 'x', []]) {
    expect(migrateDocument(input)).toBe(input);
  }
});

it('a document of version 3 makes as many optimizer steps an update as its completions took', () => {
  const steps = (ppo: object) => parseExperiment({ version: 3, stages: [{ kind: 'ppo', ...ppo }] }).stages[0];
  expect(steps({})).toMatchObject({ minibatches: 3 });
  expect(steps({ minibatches: 6 })).toMatchObject({ minibatches: 6 });
  expect(steps({ promptsPerUpdate: 4, completionsPerPrompt: 2 })).toMatchObject({ minibatches: 1 });
  expect(() => steps({ minibatches: 'many' })).toThrow(/minibatches is "many"/);
});
