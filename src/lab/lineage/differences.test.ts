import { describe, expect, it } from 'vitest';
import { lineageNode } from '../../testing/lineageNodes.ts';
import { stageDefaults } from '../stages/stageDefaults.ts';
import { compareSettings, describeDifference, flattenSettings, lineOf } from './differences.ts';

const base = lineageNode({ id: 'base', stage: 'base', model: 'lab-1m' });
const sftSettings = stageDefaults('sft');
const sft = lineageNode({ id: 'sft1', parentIds: ['base'], settings: sftSettings });

describe('flattenSettings', () => {
  it('writes paths and canonical values', () => {
    const flat = flattenSettings({ steps: 3, labelers: { ai: 0.6 }, on: true, list: [2, 1], name: 'x', no: undefined });
    expect([...flat]).toEqual([
      ['steps', '3'],
      ['labelers.ai', '0.6'],
      ['on', 'true'],
      ['list', '[2,1]'],
      ['name', 'x'],
    ]);
  });
});

describe('describeDifference', () => {
  it('names a base model, and a first child by what it changed of the defaults', () => {
    const changed = lineageNode({ ...sft, settings: { ...sftSettings, steps: 70 }, seed: 7 });
    expect(describeDifference(base, [base])).toBe('lab-1m');
    expect(describeDifference(sft, [base, sft])).toBe('default settings, seed 42');
    expect(describeDifference(changed, [base, changed])).toBe('steps 70, seed 7');
  });

  it('names a further child by the sibling most like it, of those before it', () => {
    const far = lineageNode({ ...sft, id: 'far', settings: { ...sftSettings, steps: 70, batchSize: 4 }, seed: 1 });
    const near = lineageNode({ ...sft, id: 'near', settings: { ...sftSettings, steps: 70, batchSize: 4 }, seed: 7 });
    const same = lineageNode({ ...far, id: 'same' });
    const all = [base, sft, far, near, same];
    expect(describeDifference(near, all)).toBe('seed 7');
    expect(describeDifference(sft, all)).toBe('default settings, seed 42');
    expect(describeDifference(same, all)).toBe('other data, same settings');
    const short = lineageNode({ ...far, id: 'short', totalSteps: 3 });
    const moved = lineageNode({ ...short, id: 'moved', events: [{ step: 1, key: 'klCoef', value: 0 }] });
    expect(describeDifference(short, [base, far, short])).toBe('ended at step 3');
    expect(describeDifference(moved, [base, short, moved])).toBe('other sliders moved');
  });

  it('says what is missing, and another reward model', () => {
    const labelers = (shares: object) => ({
      ...stageDefaults('rewardModel'),
      labelers: shares,
    });
    const rm = (id: string, shares: object) =>
      lineageNode({ id, stage: 'rewardModel', parentIds: ['sft1'], settings: labelers(shares) });
    const [first, second] = [rm('rm1', { ai: 1, expert: 1 }), rm('rm2', { ai: 1 })];
    expect(describeDifference(second, [base, sft, first, second])).toBe('no labelers.expert');
    const rl = (id: string, reward: string) =>
      lineageNode({ id, stage: 'ppo', parentIds: ['sft1', reward], settings: { klCoef: 0.1 } });
    expect(describeDifference(rl('b', 'rm2'), [rl('a', 'rm1'), rl('b', 'rm2')])).toBe('from rm2');
  });

  it('measures a longer training against its parent, and says what was mixed', () => {
    const more = lineageNode({ ...sft, id: 'more', parentIds: ['sft1'], settings: { ...sftSettings, steps: 9 } });
    expect(describeDifference(more, [base, sft, more])).toBe('steps 9, seed 42');
    const mixed = lineageNode({ id: 'm', stage: 'average', parentIds: ['sft1', 'more'], settings: { share: 0.25 } });
    expect(describeDifference(mixed, [base, sft, more, mixed])).toBe('75 % of its parent, 25 % of SFT more');
    expect(describeDifference(mixed, [mixed])).toBe('75 % of its parent, 25 % of a deleted checkpoint');
    const three = lineageNode({ ...mixed, parentIds: ['sft1', 'more', 'gone'], settings: { shares: [] } });
    expect(describeDifference(three, [base, sft, more, three])).toBe(
      '33 % of its parent, 33 % of SFT more, 33 % of a deleted checkpoint',
    );
  });
});

describe('compareSettings', () => {
  const other = lineageNode({ id: 'sft2', parentIds: ['base'], settings: { ...sftSettings, steps: 70 } });
  const rm = lineageNode({ id: 'rm', stage: 'rewardModel', parentIds: ['sft1'], settings: { pairs: 100 } });
  const rl = lineageNode({ id: 'rl1', stage: 'ppo', parentIds: ['sft1', 'rm'], settings: { klCoef: 0.1 } });
  const rlOther = lineageNode({ id: 'rl2', stage: 'ppo', parentIds: ['sft2'], settings: { klCoef: 0.1 }, seed: 7 });
  const all = [base, sft, other, rm, rl, rlOther];

  it('shows only what differs, ancestors’ settings too', () => {
    expect(compareSettings([rl, rlOther], all)).toEqual([
      { stage: 'SFT', setting: 'steps', values: ['560', '70'] },
      { stage: 'Reward model', setting: 'pairs', values: ['100', null] },
      { stage: 'Reward model', setting: 'seed', values: ['42', null] },
      { stage: 'PPO', setting: 'seed', values: ['42', '7'] },
    ]);
  });

  it('is empty for a node and itself, and numbers a stage met twice', () => {
    expect(compareSettings([rl, rl], all)).toEqual([]);
    const more = lineageNode({ id: 'more', parentIds: ['sft1'], settings: { ...sftSettings, steps: 5 } });
    const rows = compareSettings([sft, more], [...all, more]);
    expect(rows).toContainEqual({ stage: 'SFT 2', setting: 'steps', values: [null, '5'] });
  });

  it('shows sliders that were moved', () => {
    const moved = lineageNode({ ...rl, id: 'rl3', events: [{ step: 4, key: 'klCoef', value: 0.5 }] });
    expect(compareSettings([rl, moved], [...all, moved])).toEqual([
      { stage: 'PPO', setting: 'klCoef at step 4', values: [null, '0.5'] },
    ]);
  });
});

describe('lineOf', () => {
  it('lists every ancestor once, before what was made of it, and stands a ring', () => {
    const rm = lineageNode({ id: 'rm', stage: 'rewardModel', parentIds: ['sft1'] });
    const rl = lineageNode({ id: 'rl', stage: 'ppo', parentIds: ['sft1', 'rm'] });
    const byId = new Map([base, sft, rm, rl].map((node) => [node.id, node]));
    expect(lineOf(rl, byId).map(({ id }) => id)).toEqual(['base', 'sft1', 'rm', 'rl']);
    const ring = lineageNode({ id: 'ring', parentIds: ['ring'] });
    expect(lineOf(ring, new Map([['ring', ring]]))).toEqual([ring]);
  });
});
