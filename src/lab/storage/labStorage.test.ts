import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { parseExperiment } from '../document/experiment.ts';
import { lineageNode } from '../../testing/lineageNodes.ts';
import { storedRun } from '../../testing/storedRun.ts';
import type { CheckpointNode } from '../lineage/types.ts';
import { createMemoryStorage, createLabStorage, openIdbStorage } from './labStorage.ts';
import { createMemoryTables } from './memoryTables.ts';
import type { LabStorage, StoredWeights } from './types.ts';

let opened = 0;
const backends: readonly [name: string, open: () => Promise<LabStorage>][] = [
  ['memory', () => Promise.resolve(createMemoryStorage())],
  ['IndexedDB', () => openIdbStorage(`test-${++opened}`)],
];

const node = (id: string, change: Partial<CheckpointNode> = {}): CheckpointNode =>
  lineageNode({ id, createdAt: `2026-01-01T00:00:0${id.length % 10}Z`, last: { loss: 1 }, ...change });
const policy = (values: readonly number[]): StoredWeights => ({ kind: 'policy', params: Float32Array.from(values) });
const noSeries = {};

test.each([
  ['null', null],
  ['a text', 'x'],
  ['a row without its parts', { id: 'b' }],
  [
    'a row of parts of another kind',
    { id: 'b', name: 3, current: [], usedAt: null, search: {}, bytes: 'x', number: 'x' },
  ],
])('passes over %s among stored rows and keeps every other', async (_what, damaged) => {
  const tables = createMemoryTables();
  const storage = createLabStorage(tables);
  const names = ['nodes', 'runs', 'sessions', 'pointers', 'log', 'sizes'] as const;
  await tables.write(names, async (tx) => {
    for (const table of names) await tx.put(table, table === 'log' ? 9 : 'b', damaged);
  });
  const session = { id: 's', name: 'A', experiment: parseExperiment({}), current: {}, usedAt: '2026', search: '' };
  await storage.putNode(node('a'), policy([1]), noSeries);
  await storage.putRun(storedRun('r', 's'));
  await storage.putSession(session);
  const entry = { at: '2026', who: 'you', pointer: 'mainline', from: null, to: 'a', why: '', gate: [] };
  await storage.movePointer({ ...entry, what: 'created' });
  expect((await storage.nodes()).map(({ id }) => id)).toEqual(['a']);
  expect(await storage.node('b')).toBeNull();
  expect((await storage.runs()).map(({ id }) => id)).toEqual(['r']);
  expect(await storage.run('b')).toBeNull();
  expect(await storage.sessions()).toEqual([session]);
  expect(await storage.pointers()).toEqual([{ name: 'mainline', nodeId: 'a' }]);
  expect(await storage.log()).toEqual([{ ...entry, what: 'created', number: 10 }]);
  expect((await storage.use()).byNode).toEqual({ a: 4 });
  // What couldn't be read stays as it was.
  expect(await tables.read(['log'], (tx) => tx.get('log', 9))).toEqual(damaged);
  await storage.deleteSession('s');
  expect(await storage.runs()).toEqual([]);
});

describe.each(backends)('storage in %s', (_name, open) => {
  test('gives back a checkpoint with weights and curves, and counts their bytes', async () => {
    const storage = await open();
    const series = { loss: { steps: Float64Array.of(1, 2), values: Float64Array.of(0.5, 0.25) } };
    await storage.putNode(node('a'), policy([1, 2, 3]), series);
    expect(await storage.node('a')).toEqual(node('a'));
    expect(await storage.weights('a')).toEqual(policy([1, 2, 3]));
    expect(await storage.series('a')).toEqual(series);
    expect((await storage.use()).byNode).toEqual({ a: 3 * 4 + 4 * 8 });
    await storage.deleteWeights('a');
    expect(await storage.weights('a')).toBeNull();
    expect(await storage.series('a')).toEqual(series);
    expect((await storage.use()).byNode).toEqual({ a: 4 * 8 });
    storage.close();
  });

  test('a checkpoint trained again keeps its note and its evals', async () => {
    const storage = await open();
    await storage.putNode(node('a'), policy([1]), noSeries);
    const evals = { eos_rate: { value: 1, se: 0, n: 10 } };
    await storage.changeNode('a', { note: 'mine', evals });
    await storage.putNode(node('a', { createdAt: '2027-01-01T00:00:00Z' }), policy([1]), noSeries);
    expect(await storage.node('a')).toEqual(node('a', { note: 'mine', evals }));
    storage.close();
  });

  test('moves a pointer and writes the log together; a refusal moves nothing', async () => {
    const storage = await open();
    await storage.putNode(node('a'), policy([1]), noSeries);
    await storage.putNode(node('bb'), policy([2]), noSeries);
    const entry = { at: '2026-01-01T00:00:00Z', who: 'you', pointer: 'mainline', from: null, why: 'first', gate: [] };
    await storage.movePointer({ ...entry, what: 'promoted', to: 'a' });
    const refused = await storage.movePointer({ ...entry, what: 'refused', from: 'a', to: 'bb' });
    expect(refused.number).toBe(2);
    expect(await storage.pointers()).toEqual([{ name: 'mainline', nodeId: 'a' }]);
    expect((await storage.log()).map(({ what }) => what)).toEqual(['promoted', 'refused']);
    await expect(storage.movePointer({ ...entry, what: 'promoted', to: 'gone' })).rejects.toThrow('choose another');
    await expect(storage.deleteNodes(['a'])).rejects.toThrow('move mainline first');
    await storage.deleteNodes(['bb']);
    expect((await storage.nodes()).map(({ id }) => id)).toEqual(['a']);
    storage.close();
  });

  test('keeps a run in progress whole, and lists runs without their weights', async () => {
    const storage = await open();
    const run = storedRun('r', 's');
    await storage.putRun(run);
    expect(await storage.run('r')).toEqual(run);
    const { resume: _resume, course: _course, ...head } = run;
    expect(await storage.runs()).toEqual([head]);
    await storage.deleteRun('r');
    expect(await storage.run('r')).toBeNull();
    storage.close();
  });

  test('a visit is deleted with its runs and leaves those of others', async () => {
    const storage = await open();
    const current = { sft: null, rewardModel: null, ppo: null };
    const rest = { name: 'test', experiment: parseExperiment({}), current, usedAt: '2026-01-01T00:00:00Z', search: '' };
    for (const id of ['s', 't']) await storage.putSession({ id, ...rest });
    for (const run of [storedRun('r', 's'), storedRun('q', 't')]) await storage.putRun(run);
    await storage.deleteSession('s');
    expect((await storage.sessions()).map(({ id }) => id)).toEqual(['t']);
    expect((await storage.runs()).map(({ id }) => id)).toEqual(['q']);
    expect(await storage.run('r')).toBeNull();
    storage.close();
  });

  test('the same experiment is kept once', async () => {
    const storage = await open();
    const experiment = parseExperiment({ seed: 5 });
    const id = await storage.putExperiment(experiment);
    expect(await storage.putExperiment(parseExperiment({ seed: 5 }))).toBe(id);
    expect(await storage.experiment(id)).toEqual(experiment);
    storage.close();
  });
});

test('when the quota is used up, what was stored stays whole', async () => {
  const tables = createMemoryTables();
  const storage = createLabStorage(tables);
  await storage.putNode(node('a'), policy([1]), noSeries);
  tables.refuseWrites('no room');
  await expect(storage.putNode(node('bb'), policy([2]), noSeries)).rejects.toThrow('no room');
  await expect(storage.changeNode('a', { note: 'lost' })).rejects.toThrow('no room');
  expect(await storage.nodes()).toEqual([node('a')]);
  expect(await storage.weights('a')).toEqual(policy([1]));
});

test('what one tab stores, another one hears of and sees', async () => {
  const [one, other] = await Promise.all([openIdbStorage('shared'), openIdbStorage('shared')]);
  const heard = new Promise<void>((resolve) => void other.onChange(resolve));
  await one.putNode(node('a'), policy([1]), noSeries);
  await heard;
  expect(await other.node('a')).toEqual(node('a'));
  one.close();
  other.close();
});

test('a database that never answers is an error after five seconds, not a wait without end', async () => {
  const name = 'held by another tab';
  const other = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(name, 1);
    request.onsuccess = () => resolve(request.result);
  });
  // It waits for the other tab to close, and every later request waits for it.
  indexedDB.deleteDatabase(name);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const refusal = expect(openIdbStorage(name)).rejects.toThrow('did not answer within 5 s');
  await vi.advanceTimersByTimeAsync(5000);
  await refusal;
  vi.useRealTimers();
  other.close();
});
