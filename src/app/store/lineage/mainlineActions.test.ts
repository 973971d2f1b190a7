import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryStorage } from '../../../lab/storage/labStorage.ts';
import type { LabStorage, StoredWeights } from '../../../lab/storage/types.ts';
import { lineageNode } from '../../../testing/lineageNodes.ts';
import { emptyLineage } from './lineageState.ts';
import { deleteNodes, putGate, reload, setWho } from './lineageActions.ts';
import { mainlineId, promote, rollBack, rollbackId } from './mainlineActions.ts';
import { cancelLineageWork } from './measureNodes.ts';
import { storeAverage, sweepBetween } from './mergeActions.ts';
import { initialState, labStore } from '../store.ts';

/** The sampler: gold is the first weight of what it is given; everything else is left to the actions. */
interface Fake {
  asked: number[];
  storage: unknown;
}
const sampler = vi.hoisted((): Fake => ({ asked: [], storage: null }));
// No tabs, no locks.
vi.stubGlobal('navigator', {});
vi.mock('../../client/storage.ts', () => ({ labStorage: () => Promise.resolve(sampler.storage) }));
vi.mock('../../client/partProxy.ts', () => ({ partProxy: (onPart: unknown) => onPart }));
vi.mock('../session/sessionActions.ts', () => ({
  workers: { sampler: { call: () => Promise.resolve([]) } },
}));
vi.mock('../session/detached.ts', () => ({
  detached: (work: (api: unknown) => unknown) =>
    work({
      evaluateWeights: async (
        request: { params: Float32Array; perPrompt: readonly string[] },
        onPart: (done: number, total: number) => boolean,
      ) => {
        const [gold = 0] = request.params;
        sampler.asked.push(gold);
        if (!onPart(1, 2)) throw Object.assign(new Error('stopped'), { name: 'AbortedError' });
        const spread = [gold - 0.3, gold + 0.3];
        return {
          evals: { 'gold/mean': { value: gold, se: 0.3, n: 2 }, 'facts/known_exact': { value: 0.5, se: 0, n: 50 } },
          perPrompt: Object.fromEntries(request.perPrompt.map((name) => [name, spread])),
        };
      },
    }),
}));

const policy = (gold: number): StoredWeights => ({ kind: 'policy', params: Float32Array.of(gold, 1) });
const GATE = [{ id: 'gold', eval: 'gold/mean', better: 'higher', tolerance: 0.1, errors: 0 }] as const;
let storage: LabStorage;

const lineage = () => labStore.getState().lineage;
const log = async () => (await storage.log()).map(({ what, who, from, to, why }) => [what, who, from, to, why]);

beforeEach(async () => {
  storage = createMemoryStorage();
  sampler.storage = storage;
  sampler.asked = [];
  labStore.setState({ ...initialState(), lineage: emptyLineage() });
  const { model } = labStore.getState().experiment.document;
  for (const [id, gold] of Object.entries({ a: 0.5, b: 0.45, c: 0.2 })) {
    await storage.putNode(lineageNode({ id, model, createdAt: `2026-01-0${id}` }), policy(gold), {});
  }
  await storage.putGate(GATE);
  await reload();
});

describe('promote', () => {
  it('makes the mainline without a gate, then lets past what is good enough, and logs who and why', async () => {
    setWho(' Ada ');
    await promote('a', 'first');
    expect(sampler.asked).toEqual([]);
    await promote('b', 'shorter replies ');
    expect(mainlineId(labStore.getState())).toBe('b');
    expect(await log()).toEqual([
      ['created', 'Ada', null, 'a', 'first'],
      ['promoted', 'Ada', 'a', 'b', 'shorter replies'],
    ]);
    expect(lineage().gateTry?.results).toMatchObject([{ passed: true, candidate: { se: 0.3 } }]);
  });

  it('refuses what is too much worse, writes that down, and measures each checkpoint once', async () => {
    await promote('a', '');
    await promote('c', '');
    expect(mainlineId(labStore.getState())).toBe('a');
    expect((await log()).at(-1)).toEqual(['refused', 'you', 'a', 'c', '']);
    expect(lineage().said).toContain('1 of 1 rules failed');
    await putGate([{ ...GATE[0], tolerance: 0.4 }]);
    await promote('c', '');
    expect(mainlineId(labStore.getState())).toBe('c');
    expect(sampler.asked.map((gold) => gold.toFixed(1))).toEqual(['0.2', '0.5']);
  });

  it('pairs what both answered: the spread between prompts is not held against the difference', async () => {
    await promote('a', '');
    await promote('b', '');
    const [result] = lineage().gateTry!.results;
    expect(result?.difference).toMatchObject({ worseBy: expect.closeTo(0.05, 6) as number, pairedOver: 2 });
    expect(result?.difference?.se).toBeCloseTo(0, 6);
    expect(Object.keys((await storage.node('b'))?.perPrompt ?? {})).toEqual(['gold/mean']);
    // A figure that the gate did not name when they were measured has no pairs.
    await putGate([{ ...GATE[0], eval: 'facts/known_exact' }]);
    await promote('c', '');
    expect(lineage().gateTry?.results[0]?.difference?.pairedOver).toBeNull();
  });

  it('does not promote past a figure that nobody could measure', async () => {
    await promote('a', '');
    await putGate([{ ...GATE[0], eval: 'typo_rate' }]);
    await promote('b', '');
    expect(mainlineId(labStore.getState())).toBe('a');
    expect((await storage.log()).at(-1)?.gate).toMatchObject([{ passed: null }]);
    expect(lineage().said).toContain('could not be decided');
  });

  it('measures again when the spec or the seed is another', async () => {
    await promote('a', '');
    await promote('b', '');
    const { experiment } = labStore.getState();
    labStore.setState({ experiment: { ...experiment, document: { ...experiment.document, seed: 99 } } });
    await promote('a', '');
    expect(sampler.asked).toHaveLength(4);
    expect((await storage.node('a'))?.measuredWith).toMatchObject({ seed: 99, size: 'quick' });
  });

  it('says why not: a reward model, the same checkpoint, freed weights, another model', async () => {
    const { model } = labStore.getState().experiment.document;
    await storage.putNode(lineageNode({ id: 'rm', model, stage: 'rewardModel' }), policy(0), {});
    await storage.putNode(lineageNode({ id: 'other', model: 'other' }), policy(0), {});
    await reload();
    await promote('rm', '');
    expect(lineage().problem).toContain('choose a policy');
    await promote('a', '');
    await promote('a', '');
    expect(lineage().problem).toContain('already points to this');
    await promote('other', '');
    expect(lineage().problem).toContain('of the same model');
    await storage.deleteWeights('b');
    await promote('b', '');
    expect(lineage().problem).toContain('were freed');
    expect(lineage().work).toBeNull();
    expect(await storage.log()).toHaveLength(1);
  });
});

describe('rollBack', () => {
  it('goes back one checkpoint a click, past deleted ones', async () => {
    for (const id of ['a', 'b', 'c']) {
      await putGate([]);
      await promote(id, '');
    }
    await deleteNodes(['b']);
    expect(rollbackId(labStore.getState())).toBe('a');
    await rollBack('worse answers');
    expect(mainlineId(labStore.getState())).toBe('a');
    expect((await log()).at(-1)).toEqual(['rolledBack', 'you', 'c', 'a', 'worse answers']);
    await rollBack('');
    expect(lineage().problem).toContain('never pointed elsewhere');
  });
});

describe('merging', () => {
  it('sweeps from one to the other, measuring the ends only where they are not', async () => {
    await sweepBetween('a', 'c');
    expect(lineage().sweep?.points.map(({ share, gold }) => [share, gold?.value.toFixed(3)])).toEqual([
      [0, '0.500'],
      [0.25, '0.425'],
      [0.5, '0.350'],
      [0.75, '0.275'],
      [1, '0.200'],
    ]);
    await sweepBetween('a', 'c');
    expect(sampler.asked).toHaveLength(8);
    expect((await storage.node('a'))?.evals['gold/mean']?.value).toBe(0.5);
  });

  it('stops when told, without calling it a problem', async () => {
    const leave = labStore.subscribe(({ lineage: { sweep } }) => sweep?.points.length === 2 && cancelLineageWork());
    await sweepBetween('a', 'c');
    leave();
    expect(lineage()).toMatchObject({ problem: null, work: null });
    expect(sampler.asked.length).toBeLessThan(4);
  });

  it('stores an average of two parents, whose promotion is a merge', async () => {
    await promote('a', '');
    await storeAverage('a', 'c', 0.25);
    const [id = ''] = lineage().selectedIds;
    expect(await storage.node(id)).toMatchObject({
      stage: 'average',
      parentIds: ['a', 'c'],
      settings: { shares: [0.75, 0.25] },
    });
    const weights = await storage.weights(id);
    expect(weights?.kind === 'policy' && weights.params[0]).toBeCloseTo(0.425, 6);
    await promote(id, '');
    expect((await log()).at(-1)?.[0]).toBe('merged');
  });
});
