/**
 * What was trained before: the same stage on the same parents with the same seed and data is the same checkpoint, so it
 * can be loaded instead of trained. Looked up whenever a knob or a parent changes.
 */
import { parentsOf, stageNodeId } from '../../../lab/stages/stageOrigin.ts';
import type { StageKind } from '../../../lab/stages/stageSchemas.ts';
import type { LabStorage } from '../../../lab/storage/types.ts';
import { labStorage } from '../../client/storage.ts';
import { errorMessage } from '../session/problems.ts';
import { restoreNode } from './restoreActions.ts';
import { runActions, sampleActions } from '../session/sessionActions.ts';
import { openRun, stageIndex, stageKinds, stageOf, stageRun } from './stageRuns.ts';
import type { LabState } from '../state.ts';
import { labStore, updateSlice } from '../store.ts';
import { addNotice } from '../uiActions.ts';

const LOOK_AFTER_MS = 200;

/** Looks again after every change of the experiment, of what the stages show, and of what is stored. */
export async function followKnown(): Promise<void> {
  const storage = await labStorage();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let seen: readonly unknown[] = [];
  const look = async (): Promise<void> => {
    timer = null;
    const state = labStore.getState();
    const now = [state.experiment.document, ...stageKinds.map((kind) => shownNode(state, kind))];
    if (now.every((part, i) => part === seen[i])) return;
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
export async function loadKnown(kind: StageKind): Promise<void> {
  const known = labStore.getState().runs.known[kind];
  if (!known) return;
  try {
    if (openRun(labStore.getState())?.phase === 'running') return;
    const storage = await labStorage();
    const node = await storage.node(known.id);
    if (!node) return;
    await runActions.reset(kind);
    sampleActions.enterSnapshot(await restoreNode(storage, kind, node));
  } catch (error) {
    addNotice('problem', `It was not loaded: ${errorMessage(error)}.`);
  }
}

async function findKnown(storage: LabStorage, state: LabState): Promise<LabState['runs']['known']> {
  const nodes = await storage.nodes();
  const { document } = state.experiment;
  const baseId = nodes.find(({ stage, model }) => stage === 'base' && model === document.model)?.id;
  const find = async (kind: StageKind) => {
    const stage = stageOf(document, kind);
    const index = stageIndex(document, kind);
    const sft = stageRun(state, 'sft');
    // A policy that is still being trained, or wasn't stored, has no id yet.
    const policyId = kind === 'sft' || sft === null ? baseId : sft.nodeId;
    if (!stage || index < 0 || !policyId) return null;
    const id = await stageNodeId(document, index, parentsOf(stage, policyId, shownNode(state, 'rewardModel')));
    const node = nodes.find((candidate) => candidate.id === id);
    return node ? { id, createdAt: node.createdAt, device: node.device } : null;
  };
  const [sft, rewardModel, ppo] = await Promise.all([find('sft'), find('rewardModel'), find('ppo')]);
  return { sft, rewardModel, ppo };
}

function shownNode(state: LabState, kind: StageKind): string | null {
  return stageRun(state, kind)?.nodeId ?? null;
}
