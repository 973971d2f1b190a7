/**
 * The lineage as the page reads it from storage, and what is chosen in it. It is read when its view is opened and again
 * whenever a tab or a worker has changed it; weights and curves only when something is done with them.
 */
import { BASE } from '../../../lab/pipeline.ts';
import { checkGate, defaultGate } from '../../../lab/lineage/gate.ts';
import type { CheckpointNode } from '../../../lab/lineage/types.ts';
import type { LabStorage, StoredWeights } from '../../../lab/storage/types.ts';
import { InvalidInputError } from '../../../errors.ts';
import { ofThisBrowser } from '../../client/browserValues.ts';
import { labStorage } from '../../client/storage.ts';
import type { LineageState } from './lineageState.ts';
import { errorMessage, errorName } from '../session/problems.ts';
import { labStore, updateSlice } from '../store.ts';
import { readVisits } from '../visit/storedVisits.ts';
import { visitsInTabs } from '../visit/visit.ts';

const NAME_KEY = 'rlhf-lab/name';
export const MAX_NAME = 40;
export const MAX_NOTE = 400;
/** Changes come in bursts: a worker writes a node, its weights, its curves. */
const RELOAD_MS = 200;

let isListening = false;
let reloadTimer: ReturnType<typeof setTimeout> | undefined;

/** Reads everything, and goes on following changes. */
export async function openLineage(): Promise<void> {
  change({
    phase: labStore.getState().lineage.phase === 'open' ? 'open' : 'loading',
    who: (ofThisBrowser.getItem(NAME_KEY) ?? '').slice(0, MAX_NAME),
  });
  try {
    const storage = await labStorage();
    if (!isListening) storage.onChange(reloadSoon);
    isListening = true;
    await reload();
  } catch (error) {
    change({ phase: 'failed', problem: `The lineage could not be read: ${errorMessage(error)}. Reload the page.` });
  }
}

function reloadSoon(): void {
  clearTimeout(reloadTimer);
  reloadTimer = setTimeout(() => {
    if (labStore.getState().ui.route.view !== 'lineage') return;
    // What went wrong before stays on screen.
    reload().catch((error: unknown) => change({ problem: `The lineage could not be read: ${errorMessage(error)}.` }));
  }, RELOAD_MS);
}

export async function reload(): Promise<void> {
  const storage = await labStorage();
  const [nodes, pointers, log, gate] = await Promise.all([
    storage.nodes(),
    storage.pointers(),
    storage.log(),
    storage.gate(),
  ]);
  const isThere = (id: string | null): boolean => nodes.some((node) => node.id === id);
  updateSlice('lineage', ({ selectedIds, focusedId }): Partial<LineageState> => ({
    phase: 'open',
    nodes,
    pointers,
    log,
    gate: gate ?? defaultGate,
    selectedIds: selectedIds.every(isThere) ? selectedIds : selectedIds.filter(isThere),
    focusedId: isThere(focusedId) ? focusedId : (nodes[0]?.id ?? null),
  }));
  // After the tree is drawn: the browser may take its time to say.
  const [{ byNode, usedBytes, quotaBytes }, visits] = await Promise.all([storage.use(), readVisits(storage)]);
  change({ bytes: byNode, usedBytes, quotaBytes, visits });
}

export function focusNode(focusedId: string): void {
  change({ focusedId });
}

export function selectNode(id: string): void {
  change({ focusedId: id, selectedIds: [id] });
}

/** Adds to what is selected, or takes away. */
export function toggleNode(id: string): void {
  updateSlice('lineage', ({ selectedIds }) => ({
    focusedId: id,
    selectedIds: selectedIds.includes(id) ? selectedIds.filter((other) => other !== id) : [...selectedIds, id],
  }));
}

export function setNote(id: string, note: string): Promise<void> {
  return guarded('The note was not kept', (storage) => storage.changeNode(id, { note: note.slice(0, MAX_NOTE) }));
}

/** Their children stay, as trees of their own. */
export function deleteNodes(ids: readonly string[]): Promise<void> {
  return guarded('Nothing was deleted', (storage) => storage.deleteNodes(ids));
}

export function freeWeights(id: string): Promise<void> {
  return guarded('The weights were not freed', (storage) => storage.deleteWeights(id));
}

/** Its checkpoints stay, an unfinished run goes with it. */
export function deleteVisit(id: string): Promise<void> {
  return guarded('The visit was not deleted', async (storage) => {
    if ((await visitsInTabs()).has(id)) throw new InvalidInputError('a tab has it open: close that tab first');
    await storage.deleteSession(id);
  });
}

export function setWho(who: string): void {
  change({ who: who.slice(0, MAX_NAME) });
  try {
    ofThisBrowser.setItem(NAME_KEY, who.slice(0, MAX_NAME));
  } catch {
    // No room left: the name is forgotten; that is all.
  }
}

/** Everything is checked before it is kept. */
export function putGate(rules: LineageState['gate']): Promise<void> {
  return guarded('The gate was not changed', (storage) => storage.putGate(checkGate(rules)));
}

export function setGateSize(size: LineageState['size']): void {
  change({ size });
}

export function dismissLineageProblem(): void {
  change({ problem: null });
}

export function change(part: Partial<LineageState>): void {
  updateSlice('lineage', () => part);
}

/** Does one thing in storage and shows what has become of it; says what went wrong. */
export async function guarded(whatFailed: string, work: (storage: LabStorage) => Promise<unknown>): Promise<void> {
  change({ problem: null });
  try {
    await work(await labStorage());
    await reload();
  } catch (error) {
    if (errorName(error) === 'AbortedError') return;
    change({ problem: `${whatFailed}: ${errorMessage(error)}.` });
  }
}

/** @throws InvalidInputError when it was deleted meanwhile */
export function nodeById(id: string): CheckpointNode {
  const node = labStore.getState().lineage.nodes.find((one) => one.id === id);
  if (!node) throw new InvalidInputError(`there is no checkpoint ${id.slice(0, 6)} any more: choose another`);
  return node;
}

/** @returns null for the base model, whose weights come with the page · @throws InvalidInputError when they were freed */
export async function policyWeights(node: CheckpointNode): Promise<StoredWeights | null> {
  const weights = await (await labStorage()).weights(node.id);
  if (weights || node.stage === BASE) return weights;
  throw new InvalidInputError(
    `the weights of ${node.id.slice(0, 6)} were freed: branch from its parent and train it again`,
  );
}
