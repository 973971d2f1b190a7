import { expect, test } from 'vitest';
import { lineageNode } from '../../testing/lineageNodes.ts';
import { storedRun } from '../../testing/storedRun.ts';
import { parseExperiment } from '../document/experiment.ts';
import { readBackup, writeBackup } from './backupFile.ts';
import { createMemoryStorage } from './labStorage.ts';
import type { StoredEntry } from './restore.ts';
import type { LabStorage } from './types.ts';

const experiment = parseExperiment({});
const run = storedRun('run', 'visit');
const shared = Float32Array.of(4, 5);
const judge = { head: 'meanPooled', params: shared, reference: shared, mean: 0, sd: 1 } as const;
const series = { loss: { steps: Float64Array.of(1, 2), values: Float64Array.of(0.5, 0.25) } };

/** A lab with a little of everything. */
async function filled(): Promise<LabStorage> {
  const storage = createMemoryStorage();
  await storage.putNode(lineageNode({ id: 'a' }), { kind: 'policy', params: Float32Array.of(1, 2, 3) }, series);
  await storage.putNode(lineageNode({ id: 'b' }), { kind: 'rewardModel', model: judge, before: null }, {}, []);
  await storage.putExperiment(experiment);
  await storage.putRun(run);
  const visit = { id: 'visit', name: 'mine', usedAt: '2026-01-01T00:00:00Z', search: '', current: { sft: 'a' } };
  await storage.putSession({ ...visit, experiment });
  await storage.movePointer({
    at: '2026-01-01T00:00:00Z',
    who: 'you',
    pointer: 'mainline',
    what: 'created',
    from: null,
    to: 'a',
    why: 'first',
    gate: [],
  });
  return storage;
}

async function backupOf(storage: LabStorage): Promise<Uint8Array<ArrayBuffer>> {
  return writeBackup({ entries: await storage.entries(), labels: [], labelsSetAside: [] }, '2026-01-02T00:00:00Z');
}

test('an empty lab holds the same after it was restored, run in progress included', async () => {
  const storage = await filled();
  const { entries } = await readBackup(await backupOf(storage));
  const other = createMemoryStorage();
  expect(await other.restore(entries)).toEqual({
    checkpoints: 2,
    runs: 1,
    visits: 1,
    known: 0,
    unreadable: 0,
    isLogKept: false,
  });
  expect(await other.entries()).toEqual(await storage.entries());
  expect(await other.run('run')).toEqual(run);
});

test('a filled lab keeps what it has, and gets what it lacks', async () => {
  const { entries } = await readBackup(await backupOf(await filled()));
  const other = await filled();
  await other.changeNode('a', { note: 'newer' });
  await other.putRun({ ...run, step: 8 });
  await other.deleteWeights('b');
  await other.putNode(lineageNode({ id: 'c' }), { kind: 'policy', params: Float32Array.of(9) }, {});
  expect(await other.restore(entries)).toEqual({
    checkpoints: 0,
    runs: 0,
    visits: 0,
    known: 4,
    unreadable: 0,
    isLogKept: true,
  });
  expect((await other.node('a'))!.note).toBe('newer');
  expect((await other.run('run'))!.step).toBe(8);
  expect(await other.weights('b')).toEqual({ kind: 'rewardModel', model: judge, before: null });
  expect((await other.nodes()).map(({ id }) => id).sort()).toEqual(['a', 'b', 'c']);
  expect(await other.log()).toHaveLength(1);
});

test('a changed byte is refused where it changes anything, a cut file and another one always', async () => {
  const whole = await backupOf(await filled());
  const untouched = await readBackup(whole);
  let refused = 0;
  for (let at = 0; at < whole.length; at += 37) {
    const changed = whole.slice();
    changed[at]! ^= 1;
    const read = await readBackup(changed).catch((error: unknown) => error as Error);
    if (read instanceof Error) expect(read).toMatchObject({ name: 'InvalidInputError' });
    else expect(read).toEqual(untouched);
    refused += Number(read instanceof Error);
  }
  expect(refused).toBeGreaterThan(whole.length / 37 / 3);
  await expect(readBackup(whole.slice(0, whole.length / 2))).rejects.toThrow(/damaged/);
  await expect(readBackup(new TextEncoder().encode('hello'))).rejects.toThrow(/damaged/);
});

test.each<[what: string, ...rows: StoredEntry[]]>([
  ['a null row', { table: 'nodes', key: 'a', value: null }],
  [
    'a kind of stage it does not know',
    { table: 'nodes', key: 'a', value: lineageNode({ id: 'a', stage: 'newer' as 'base' }) },
  ],
  ['weights without numbers', { table: 'weights', key: 'a', value: { kind: 'policy', params: 'none' } }],
  ['vectors of another type', { table: 'weights', key: 'a', value: { kind: 'policy', params: Uint16Array.of(1) } }],
  [
    'a reward model with no head it knows',
    { table: 'weights', key: 'a', value: { kind: 'rewardModel', model: { ...judge, head: 'nonsense' }, before: null } },
  ],
  [
    'several rows of one checkpoint',
    { table: 'nodes', key: 'a', value: null },
    { table: 'series', key: 'a', value: 3 },
    { table: 'details', key: 'a', value: {} },
  ],
])('a checkpoint with %s is left out with all that belongs to it, and counted', async (_what, ...rows) => {
  const isReplaced = ({ table, key }: StoredEntry) => rows.some((row) => row.table === table && row.key === key);
  const kept = (await (await filled()).entries()).filter((entry) => !isReplaced(entry));
  const bytes = await writeBackup(
    { entries: [...kept, ...rows], labels: [], labelsSetAside: [] },
    '2026-01-02T00:00:00Z',
  );
  const other = createMemoryStorage();
  const counts = { checkpoints: 1, runs: 1, visits: 1, known: 0, unreadable: 1, isLogKept: false };
  expect(await other.restore((await readBackup(bytes)).entries)).toEqual(counts);
  expect((await other.nodes()).map(({ id }) => id)).toEqual(['b']);
  expect((await other.entries()).filter(({ key }) => key === 'a')).toEqual([]);
  // Nothing points to a checkpoint that isn't there.
  expect(await other.pointers()).toEqual([]);
});

test('a figure that could not be measured stays one', async () => {
  const storage = createMemoryStorage();
  const evals = { score: { value: NaN, se: Infinity, n: 0 } };
  const last = { loss: -Infinity };
  await storage.putNode(lineageNode({ id: 'a', evals, last }), { kind: 'policy', params: Float32Array.of(1) }, {});
  const { entries } = await readBackup(await backupOf(storage));
  const other = createMemoryStorage();
  await other.restore(entries);
  expect(await other.node('a')).toMatchObject({ evals, last });
});

test('a lab too large to be restored is not written', async () => {
  const backup = { entries: await (await filled()).entries(), labels: [], labelsSetAside: [] };
  await expect(writeBackup(backup, '2026-01-02T00:00:00Z', 1000)).rejects.toThrow(/free weights of old checkpoints/);
  const { length } = await writeBackup(backup, '2026-01-02T00:00:00Z');
  await expect(writeBackup(backup, '2026-01-02T00:00:00Z', length - 1)).rejects.toThrow(/free weights/);
});

test('a backup is of one moment, whatever is stored meanwhile', async () => {
  const storage = await filled();
  const late = storage.putNode.bind(
    storage,
    lineageNode({ id: 'c' }),
    { kind: 'policy', params: Float32Array.of(9) },
    {},
  );
  const [entries] = await Promise.all([storage.entries(), late()]);
  const ids = (table: string) => entries.filter((entry) => entry.table === table).map(({ key }) => key);
  expect(ids('nodes')).toEqual(['a', 'b']);
  expect(ids('weights')).toEqual(ids('nodes'));
});
