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

async function all(storage: LabStorage): Promise<readonly StoredEntry[]> {
  const entries: StoredEntry[] = [];
  for await (const entry of storage.entries()) entries.push(entry);
  return entries;
}

async function backupOf(storage: LabStorage): Promise<Uint8Array<ArrayBuffer>> {
  return writeBackup({ entries: await all(storage), labels: [], labelsSetAside: [] }, '2026-01-02T00:00:00Z');
}

test('an empty lab holds the same after it was restored, run in progress included', async () => {
  const storage = await filled();
  const { entries } = await readBackup(await backupOf(storage));
  const other = createMemoryStorage();
  expect(await other.restore(entries)).toEqual({ checkpoints: 2, runs: 1, visits: 1, known: 0, isLogKept: false });
  expect(await all(other)).toEqual(await all(storage));
  expect(await other.run('run')).toEqual(run);
});

test('a filled lab keeps what it has, and gets what it lacks', async () => {
  const { entries } = await readBackup(await backupOf(await filled()));
  const other = await filled();
  await other.changeNode('a', { note: 'newer' });
  await other.putRun({ ...run, step: 8 });
  await other.deleteWeights('b');
  await other.putNode(lineageNode({ id: 'c' }), { kind: 'policy', params: Float32Array.of(9) }, {});
  expect(await other.restore(entries)).toEqual({ checkpoints: 0, runs: 0, visits: 0, known: 4, isLogKept: true });
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

test('a value that this page cannot read is named, and nothing is changed', async () => {
  const other = createMemoryStorage();
  const entries: StoredEntry[] = [
    { table: 'nodes', key: 'a', value: lineageNode({ id: 'a' }) },
    { table: 'weights', key: 'a', value: { kind: 'policy', params: 'none' } },
  ];
  await expect(other.restore(entries)).rejects.toThrow(/^weights\/a in it is nothing that this page can read/);
  expect(await other.nodes()).toEqual([]);
});
