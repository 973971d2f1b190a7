import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExperiment } from './document/experiment.ts';
import {
  allNodeIds,
  ancestorsOf,
  inputsOf,
  judgeOf,
  policiesOf,
  referenceOf,
  roundOf,
  seedOf,
  stageNodeId,
  titleOf,
  whatLacks,
} from './pipeline.ts';

const experimentOf = (...stages: object[]) => parseExperiment({ stages });
const sft = { kind: 'sft' };
const judge = { kind: 'rewardModel' };
const rl = { kind: 'ppo' };
const average = { kind: 'average' };

describe('what a stage starts from', () => {
  it('is the newest before it', () => {
    const experiment = experimentOf(sft, judge, rl, judge, rl);
    expect(experiment.stages.map(({ id }) => id)).toEqual(['sft', 'rewardModel', 'ppo', 'rewardModel-2', 'ppo-2']);
    expect(experiment.stages.map(({ id }) => inputsOf(experiment, id))).toEqual([
      { policies: ['base'], rewardModel: null },
      { policies: ['sft'], rewardModel: null },
      { policies: ['sft'], rewardModel: 'rewardModel' },
      { policies: ['ppo'], rewardModel: null },
      { policies: ['ppo'], rewardModel: 'rewardModel-2' },
    ]);
  });

  it('is what it names, and the newest of what it doesn’t', () => {
    const experiment = experimentOf(sft, judge, rl, judge, { ...rl, from: ['sft'] }, { ...rl, from: ['rewardModel'] });
    expect(inputsOf(experiment, 'ppo-2')).toEqual({ policies: ['sft'], rewardModel: 'rewardModel-2' });
    expect(inputsOf(experiment, 'ppo-3')).toEqual({ policies: ['ppo-2'], rewardModel: 'rewardModel' });
  });

  it('is no reward model where none is followed or none is there', () => {
    const experiment = experimentOf(sft, { ...rl, reward: 'gold' }, judge);
    expect(inputsOf(experiment, 'ppo')).toEqual({ policies: ['sft'], rewardModel: null });
    expect(inputsOf(experiment, 'rewardModel').policies).toEqual(['ppo']);
    expect(whatLacks(experiment, 'ppo')).toBeNull();
    expect(whatLacks(experimentOf(sft, rl), 'ppo')).toMatch(/no stage before it trains one/);
  });

  it('is two policies for an average, the base model counted, or as many as it names', () => {
    const experiment = experimentOf(sft, average, judge, rl, average, { ...average, from: ['base', 'sft', 'ppo'] });
    expect(inputsOf(experiment, 'average').policies).toEqual(['base', 'sft']);
    expect(inputsOf(experiment, 'average-2').policies).toEqual(['average', 'ppo']);
    expect(inputsOf(experiment, 'average-3').policies).toEqual(['base', 'sft', 'ppo']);
  });
});

describe('what a policy is compared with', () => {
  const experiment = experimentOf(sft, judge, rl, sft, judge, rl, { ...average, from: ['ppo', 'ppo-2'] });

  it('is the nearest SFT on its way, else what it starts from', () => {
    expect(referenceOf(experiment, 'base')).toBe('base');
    expect(referenceOf(experiment, 'sft')).toBe('base');
    expect(referenceOf(experiment, 'ppo')).toBe('sft');
    expect(referenceOf(experiment, 'sft-2')).toBe('sft');
    expect(referenceOf(experiment, 'ppo-2')).toBe('sft-2');
    expect(referenceOf(experiment, 'average')).toBe('sft');
    const fromBase = experimentOf({ ...rl, reward: 'gold' }, { ...rl, reward: 'gold' });
    expect(referenceOf(fromBase, 'ppo-2')).toBe('ppo');
  });

  it('by the reward model it follows, else the newest', () => {
    expect(judgeOf(experiment, 'sft')).toBeNull();
    expect(judgeOf(experiment, 'ppo')).toBe('rewardModel');
    expect(judgeOf(experiment, 'sft-2')).toBe('rewardModel');
    expect(judgeOf(experiment, 'average')).toBe('rewardModel-2');
  });

  it('stands among the policies of the experiment', () => {
    expect(policiesOf(experiment)).toEqual(['base', 'sft', 'ppo', 'sft-2', 'ppo-2', 'average']);
    expect(ancestorsOf(experiment, 'ppo-2')).toEqual(['sft', 'rewardModel', 'ppo', 'sft-2', 'rewardModel-2']);
  });
});

describe('rounds', () => {
  const rounds = experimentOf(sft, judge, rl, judge, rl);

  it('have a seed of their own; arms that start alike don’t', () => {
    expect(rounds.stages.map(({ id }) => roundOf(rounds, id))).toEqual([0, 0, 0, 1, 1]);
    expect(seedOf(rounds, 'ppo')).toBe(42);
    expect(seedOf(rounds, 'ppo-2')).not.toBe(42);
    expect(seedOf(rounds, 'ppo-2')).toBe(seedOf(rounds, 'rewardModel-2'));
    const arms = experimentOf(sft, judge, rl, { ...rl, from: ['sft'], klCoef: 0 });
    expect(seedOf(arms, 'ppo-2')).toBe(42);
  });

  it('are numbered in titles; a name of one’s own is shown', () => {
    const named = experimentOf(sft, { ...sft, id: 'longer' }, sft);
    expect(named.stages.map(({ id }) => titleOf(named, id))).toEqual(['SFT', 'SFT · longer', 'SFT 2']);
    expect(titleOf(rounds, 'ppo-2')).toBe('PPO 2');
    expect(titleOf(rounds, 'base')).toBe('Base');
  });
});

describe('names and places that don’t hang together are refused', () => {
  it.each([
    [
      [
        { ...sft, id: 'a' },
        { ...sft, id: 'a' },
      ],
      /stages\.1\.id is "a": it must be another name/,
    ],
    [[{ ...sft, id: 'base' }], /stages\.0\.id is "base": it must be a name of letters/],
    [[{ ...sft, id: 'a b' }], /stages\.0\.id is "a b": it must be a name/],
    [[{ ...sft, from: ['ppo'] }, rl], /stages\.0\.from\.0 is "ppo": it must name a stage before this one: base/],
    [[sft, { ...rl, from: ['sft', 'base'] }], /stages\.1\.from .* one policy/],
    [[sft, judge, judge, { ...rl, from: ['rewardModel', 'rewardModel-2'] }], /must name one reward model/],
    [[sft, judge, { ...sft, from: ['rewardModel'] }], /must name policies only/],
    [[average], /stages\.0 .* must come after 2 policies, the base model counted/],
    [[sft, { ...average, from: ['sft'] }], /must name 2 policies or more/],
    [[sft, { ...average, from: ['sft', 'sft'] }], /must name every stage once/],
    [[sft, { ...average, shares: [1, 2, 3], from: ['base', 'sft'] }], /must name 3 policies/],
    [[sft, { ...average, shares: [0, 0] }], /must hold a number above 0/],
  ])('%j', (stages, message) => {
    expect(() => experimentOf(...stages)).toThrow(message);
  });
});

it('a checkpoint’s id hangs on what the stage reads and starts from, and on nothing else', async () => {
  const base = 'b'.repeat(64);
  const one = experimentOf(sft, judge, rl);
  const ids = await allNodeIds(one, base);
  const changed = async (document: object) => {
    const other = await allNodeIds(parseExperiment({ ...one, ...document }), base);
    return [...ids].flatMap(([id, nodeId]) => (other.get(id) === nodeId ? [] : [id]));
  };
  expect(await changed({ sampling: { greedy: false } })).toEqual([]);
  expect(await changed({ labels: [{ id: 'l', prompt: 'Hi', chosen: 'a', rejected: 'b', labeler: 'you' }] })).toEqual([
    'rewardModel',
    'ppo',
  ]);
  expect(await changed({ seed: 7 })).toEqual(['sft', 'rewardModel', 'ppo']);
  expect(await changed({ stages: [sft, judge, { ...rl, klCoef: 0.3 }] })).toEqual(['ppo']);
  // A second arm doesn't touch the first, and a name is no setting.
  const arms = await allNodeIds(experimentOf(sft, judge, rl, { ...rl, id: 'other', from: ['sft'] }), base);
  expect(arms.get('ppo')).toBe(ids.get('ppo'));
  expect(arms.get('other')).toBe(ids.get('ppo'));
  expect(await stageNodeId(one, 'sft', [base], { events: [], stoppedAt: 3 })).not.toBe(ids.get('sft'));
});

it('every list of stages names all it starts from, before it', () => {
  const anyStage = fc.constantFrom(sft, judge, { ...rl, reward: 'gold' }, average);
  fc.assert(
    fc.property(fc.array(anyStage, { minLength: 1, maxLength: 12 }), (stages) => {
      const experiment = experimentOf(sft, ...stages);
      experiment.stages.forEach(({ id }, at) => {
        const { policies } = inputsOf(experiment, id);
        const before = ['base', ...experiment.stages.slice(0, at).map((stage) => stage.id)];
        for (const input of policies) expect(before).toContain(input);
        expect(before).toContain(referenceOf(experiment, id));
      });
    }),
  );
});
