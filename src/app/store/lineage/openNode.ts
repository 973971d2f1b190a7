/** Opens a stored checkpoint in the lab: it and its ancestors as finished stages, the knobs as they stood for it. */
import { InvalidInputError } from '../../../errors.ts';
import type { CheckpointNode } from '../../../lab/lineage/types.ts';
import type { StageKind } from '../../../lab/stages/stageSchemas.ts';
import type { LabStorage } from '../../../lab/storage/types.ts';
import { labStorage } from '../../client/storage.ts';
import { replaceDocument } from '../experiment/experimentActions.ts';
import { restoreNode } from '../run/restoreActions.ts';
import { runActions, sampleActions } from '../session/sessionActions.ts';
import { openRun, stageKinds } from '../run/stageRuns.ts';
import { labStore, updateSlice } from '../store.ts';

/** @throws InvalidInputError while something trains, or when weights it needs were freed; the lab is then as it was */
export async function openNode(id: string): Promise<void> {
  if (openRun(labStore.getState())?.phase === 'running') {
    throw new InvalidInputError('a stage is training: pause it or let it finish first');
  }
  const storage = await labStorage();
  const line = await lineTo(storage, id);
  for (const node of line.values()) {
    if ((await storage.weights(node.id)) === null) {
      throw new InvalidInputError(`the weights of checkpoint ${node.id.slice(0, 6)} were freed: train it again first`);
    }
  }
  await runActions.setAside();
  for (const kind of stageKinds) await runActions.reset(kind);
  await takeExperiment(storage, line);
  for (const kind of stageKinds) {
    const node = line.get(kind);
    if (node) sampleActions.enterSnapshot(await restoreNode(storage, kind, node));
  }
}

/** The checkpoint and, stage by stage, the nearest ancestors it was made from. An average counts as what it averages. */
async function lineTo(storage: LabStorage, id: string): Promise<Map<StageKind, CheckpointNode>> {
  const line = new Map<StageKind, CheckpointNode>();
  const waiting = [id];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const node = await storage.node(next);
    if (!node) throw new InvalidInputError(`checkpoint ${next.slice(0, 6)} is no longer stored: choose another`);
    const kind = await kindOf(storage, node);
    if (kind !== 'base' && !line.has(kind)) line.set(kind, node);
    // The second parent of an average is another line.
    waiting.push(...(node.stage === 'average' ? node.parentIds.slice(0, 1) : node.parentIds));
  }
  return line;
}

async function kindOf(storage: LabStorage, node: CheckpointNode): Promise<StageKind | 'base'> {
  if (node.stage !== 'average') return node.stage;
  const [first] = node.parentIds;
  const parent = first === undefined ? null : await storage.node(first);
  return parent ? kindOf(storage, parent) : 'base';
}

/** Labels and own data stay the visitor's own: a checkpoint doesn't take them away. */
async function takeExperiment(storage: LabStorage, line: ReadonlyMap<StageKind, CheckpointNode>): Promise<void> {
  const newest = [...stageKinds].reverse().flatMap((kind) => line.get(kind) ?? [])[0];
  const experiment = newest?.experimentId ? await storage.experiment(newest.experimentId) : null;
  if (!newest || !experiment) return;
  const { labels, data } = labStore.getState().experiment.document;
  replaceDocument({ ...experiment, labels, data });
  updateSlice('experiment', () => ({ name: newest.experimentName }));
}
