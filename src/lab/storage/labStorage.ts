/** The lab's storage over any tables: which values belong together, what one transaction holds, what is refused. */
import { InvalidInputError } from '../../errors.ts';
import { largest } from '../../rlhf/numerics.ts';
import { canonicalJson, sha256 } from '../run/checkpointId.ts';
import { type Experiment, parseExperiment } from '../document/experiment.ts';
import type { GateRule } from '../lineage/types.ts';
import { createMemoryTables } from './memoryTables.ts';
import { openIdbTables } from './idbTables.ts';
import { readLog, readNode, readPointers, readRunHead, readSession, readSizes } from './olderValues.ts';
import { mergeEntries, type StoredEntry } from './restore.ts';
import { tableNames, type Tables } from './tables.ts';
import type { StageDetail } from '../stages/kinds.ts';
import type { LabStorage, RunHead, StoredRun, StoredSeries, StoredWeights } from './types.ts';

export function createMemoryStorage(): LabStorage {
  return createLabStorage(createMemoryTables());
}

/** @throws StorageError where the browser stores nothing */
export async function openIdbStorage(name: string): Promise<LabStorage> {
  return createLabStorage(await openIdbTables(name));
}

export function createLabStorage(tables: Tables): LabStorage {
  return {
    async nodes() {
      const stored = await tables.read(['nodes'], (tx) => tx.all('nodes'));
      const all = stored.flatMap((value) => readNode(value) ?? []);
      return all.sort((a, b) => (a.createdAt === b.createdAt ? 0 : a.createdAt < b.createdAt ? -1 : 1));
    },
    async node(id) {
      const stored = await tables.read(['nodes'], (tx) => tx.get('nodes', id));
      return readNode(stored);
    },
    async putNode(node, weights, series, details = []) {
      await tables.write(['nodes', 'weights', 'series', 'details', 'sizes'], async (tx) => {
        const before = readNode(await tx.get('nodes', node.id));
        const kept = before
          ? { note: before.note, evals: { ...before.evals, ...node.evals }, createdAt: before.createdAt }
          : {};
        await tx.put('nodes', node.id, { ...node, ...kept });
        await tx.put('weights', node.id, weights);
        await tx.put('series', node.id, series);
        await tx.put('details', node.id, details);
        await tx.put('sizes', node.id, { id: node.id, bytes: bytesOf([weights, series]) });
      });
      tables.announce();
    },
    async changeNode(id, change) {
      await tables.write(['nodes'], async (tx) => {
        const node = readNode(await tx.get('nodes', id));
        if (!node) throw new InvalidInputError(`there is no checkpoint ${id.slice(0, 8)} any more: it was deleted`);
        await tx.put('nodes', id, { ...node, ...change });
      });
      tables.announce();
    },
    async deleteNodes(ids) {
      await tables.write(['nodes', 'weights', 'series', 'details', 'sizes', 'pointers'], async (tx) => {
        const pointers = readPointers(await tx.all('pointers'));
        const held = pointers.find(({ nodeId }) => ids.includes(nodeId));
        if (held)
          throw new InvalidInputError(`${held.name} points to one of them: move ${held.name} first, then delete`);
        for (const id of ids) {
          for (const table of ['nodes', 'weights', 'series', 'details', 'sizes'] as const) await tx.delete(table, id);
        }
      });
      tables.announce();
    },
    async deleteWeights(id) {
      await tables.write(['weights', 'series', 'sizes'], async (tx) => {
        await tx.delete('weights', id);
        await tx.put('sizes', id, { id, bytes: bytesOf(await tx.get('series', id)) });
      });
      tables.announce();
    },
    weights: async (id) =>
      ((await tables.read(['weights'], (tx) => tx.get('weights', id))) as StoredWeights | undefined) ?? null,
    series: async (id) =>
      ((await tables.read(['series'], (tx) => tx.get('series', id))) as StoredSeries | undefined) ?? null,
    details: async (id) =>
      ((await tables.read(['details'], (tx) => tx.get('details', id))) as StageDetail[] | undefined) ?? [],

    async experiment(id) {
      const stored = await tables.read(['experiments'], (tx) => tx.get('experiments', id));
      return stored === undefined ? null : parseExperiment(stored);
    },
    async putExperiment(experiment) {
      const id = await experimentId(experiment);
      await tables.write(['experiments'], (tx) => tx.put('experiments', id, experiment));
      return id;
    },

    pointers: async () => readPointers(await tables.read(['pointers'], (tx) => tx.all('pointers'))),
    log: async () => readLog(await tables.read(['log'], (tx) => tx.all('log'))),
    async movePointer(entry) {
      const written = await tables.write(['nodes', 'pointers', 'log'], async (tx) => {
        if ((await tx.get('nodes', entry.to)) === undefined) {
          throw new InvalidInputError(`there is no checkpoint ${entry.to.slice(0, 8)} any more: choose another`);
        }
        // A row that can't be read has its number as a key too.
        const numbered = { ...entry, number: largest([0, ...(await tx.keys('log')).map(Number)]) + 1 };
        await tx.put('log', numbered.number, numbered);
        if (entry.what !== 'refused')
          await tx.put('pointers', entry.pointer, { name: entry.pointer, nodeId: entry.to });
        return numbered;
      });
      tables.announce();
      return written;
    },
    gate: async () =>
      ((await tables.read(['settings'], (tx) => tx.get('settings', 'gate'))) as GateRule[] | undefined) ?? null,
    async putGate(rules) {
      await tables.write(['settings'], (tx) => tx.put('settings', 'gate', rules));
      tables.announce();
    },

    async runs() {
      const stored = await tables.read(['runs'], (tx) => tx.all('runs'));
      return stored.flatMap((value) => readRunHead(value) ?? []);
    },
    async run(id) {
      return tables.read(['runs', 'runStates'], async (tx) => {
        const stored = await tx.get('runs', id);
        const head = readRunHead(stored);
        const state = (await tx.get('runStates', id)) as Pick<StoredRun, 'resume' | 'course'> | undefined;
        return head && state ? { ...head, ...state } : null;
      });
    },
    async putRun({ resume, course, ...head }) {
      await tables.write(['runs', 'runStates'], async (tx) => {
        await tx.put('runs', head.id, head);
        await tx.put('runStates', head.id, { resume, course });
      });
    },
    async deleteRun(id) {
      await tables.write(['runs', 'runStates'], async (tx) => {
        await tx.delete('runs', id);
        await tx.delete('runStates', id);
      });
    },

    async sessions() {
      const stored = await tables.read(['sessions'], (tx) => tx.all('sessions'));
      return stored.flatMap((value) => readSession(value) ?? []);
    },
    async putSession(session) {
      await tables.write(['sessions'], (tx) => tx.put('sessions', session.id, session));
    },
    async deleteSession(id) {
      await tables.write(['sessions', 'runs', 'runStates'], async (tx) => {
        await tx.delete('sessions', id);
        for (const run of (await tx.all('runs')) as (Partial<RunHead> | null)[]) {
          if (run?.sessionId !== id || run.id === undefined) continue;
          await tx.delete('runs', run.id);
          await tx.delete('runStates', run.id);
        }
      });
      tables.announce();
    },

    entries: () =>
      tables.read(tableNames, async (tx) => {
        const entries: StoredEntry[] = [];
        for (const table of tableNames) {
          for (const key of await tx.keys(table)) entries.push({ table, key, value: await tx.get(table, key) });
        }
        return entries;
      }),
    async restore(entries) {
      const counts = await tables.write(tableNames, (tx) => mergeEntries(tx, entries));
      tables.announce();
      return counts;
    },

    async use() {
      const sizes = readSizes(await tables.read(['sizes'], (tx) => tx.all('sizes')));
      return { ...(await tables.estimate()), byNode: Object.fromEntries(sizes.map(({ id, bytes }) => [id, bytes])) };
    },
    onChange: (listener) => tables.onChange(listener),
    close: () => tables.close(),
  };
}

/** Experiments are kept once, by the hash of their content. @returns 64 hex digits */
function experimentId(experiment: Experiment): Promise<string> {
  return sha256(canonicalJson(experiment));
}

/** Of the vectors in it; what is shared counts once. */
function bytesOf(value: unknown, seen = new Set<ArrayBufferLike>()): number {
  if (ArrayBuffer.isView(value)) {
    if (seen.has(value.buffer)) return 0;
    seen.add(value.buffer);
    return value.byteLength;
  }
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, inner) => sum + bytesOf(inner, seen), 0);
}
