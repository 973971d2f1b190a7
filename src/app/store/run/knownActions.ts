/**
 * What was trained before: the same stage on the same parents with the same seed and data is the same checkpoint, so it
 * can be loaded instead of trained. Looked up whenever a knob or a parent changes.
 */
import { BASE, inputsOf, parentIdsOf, stageNodeId } from '../../../lab/pipeline.ts';
import type { StageId } from '../../../lab/stages/kinds.ts';
import type { LabStorage } from '../../../lab/storage/types.ts';
import { labStorage } from '../../client/storage.ts';
import { errorMessage } from '../session/problems.ts';
import { runActions, sampleActions } from '../session/sessionActions.ts';
import type { LabState } from '../state.ts';
import { labStore, updateSlice } from '../store.ts';
import { addNotice } from '../uiActions.ts';
import { restoreNode } from './restoreActions.ts';
import { openRun, stageIds, stageRun } from './stageRuns.ts';

const LOOK_AFTER_MS = 200;

/** Looks again after every change of the experiment, of what the stages show, and of what is stored. */
export async function followKnown(): Promise<void> {
  const storage = await labStorage();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let seen: readonly unknown[] = [];
  const look = async (): Promise<void> => {
    timer = null;
    const state = labStore.getState();
    const now = [state.experiment.document, state.session.baseId, ...stageIds(state).map((id) => shownNode(state, id))];
    if (now.length === seen.length && now.every((part, i) => part === seen[i])) return;
    seen = now;
    const known = await findKnown(storage, state).catch(() => null);
    if (known) updateSlice('runs', () => ({ known }));
  };
  const later = (): void => {
    timer ??= setTimeout(() => void look(), LOOK_AFTER_MS);
  };
  labStore.subscribe(later);
  storage.onChange(() => {
    seen = [];
    later();
  });
  later();
}

/** Shows what was trained before as the stage's finished run. */
export async function loadKnown(id: StageId): Promise<void> {
  const known = labStore.getState().runs.known[id];
  if (!known) return;
  try {
    if (openRun(labStore.getState())?.phase === 'running') return;
    const storage = await labStorage();
    const node = await storage.node(known.id);
    if (!node) return;
    await runActions.reset(id);
    sampleActions.enterSnapshot(await restoreNode(storage, id, node));
  } catch (error) {
    addNotice('problem', `It was not loaded: ${errorMessage(error)}.`);
  }
}

async function findKnown(storage: LabStorage, state: LabState): Promise<LabState['runs']['known']> {
  const nodes = await storage.nodes();
  const { document } = state.experiment;
  const found: [StageId, LabState['runs']['known'][string]][] = [];
  for (const id of stageIds(state)) {
    const nodeOf = (input: StageId) => (input === BASE ? state.session.baseId : shownNode(state, input));
    // A policy that is still being trained has no id yet.
    const parentIds = parentIdsOf(inputsOf(document, id), (input) => nodeOf(input) ?? '');
    if (parentIds.includes('')) continue;
    const nodeId = await stageNodeId(document, id, parentIds);
    const node = nodes.find((candidate) => candidate.id === nodeId);
    if (node) found.push([id, { id: nodeId, createdAt: node.createdAt, device: node.device }]);
  }
  return Object.fromEntries(found);
}

function shownNode(state: LabState, id: StageId): string | null {
  return stageRun(state, id)?.nodeId ?? null;
}
