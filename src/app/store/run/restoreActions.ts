/** Checkpoints from storage into the lab: their curves into the store, their weights to the stages after them and the sampler. */
import { InvalidInputError } from '../../../errors.ts';
import type { CheckpointNode } from '../../../lab/lineage/types.ts';
import type { Snapshot } from '../../../lab/run/protocol.ts';
import type { StageKind } from '../../../lab/stages/stageSchemas.ts';
import type { LabStorage } from '../../../lab/storage/types.ts';
import { runOfNode } from './restoreRuns.ts';
import { workers } from '../session/sessionActions.ts';
import { labStore, updateSlice } from '../store.ts';

/**
 * Shows a stored checkpoint as the finished run of a stage. Completions are drawn by the caller, from the snapshot.
 * @throws InvalidInputError when its weights were freed
 */
export async function restoreNode(storage: LabStorage, kind: StageKind, node: CheckpointNode): Promise<Snapshot> {
  const [weights, series, details] = await Promise.all([
    storage.weights(node.id),
    storage.series(node.id),
    storage.details(node.id),
  ]);
  const step = node.totalSteps;
  let snapshot: Snapshot;
  if (weights?.kind === 'rewardModel' && kind === 'rewardModel') {
    snapshot = { checkpointId: kind, stage: kind, model: weights.model, before: weights.before, step };
  } else if (weights?.kind === 'policy' && kind !== 'rewardModel') {
    snapshot = { checkpointId: kind, stage: kind, params: weights.params, step };
  } else {
    throw new InvalidInputError(
      `the weights of checkpoint ${node.id.slice(0, 6)} are no longer stored: train it again, or choose another`,
    );
  }
  const hasBefore = snapshot.checkpointId === 'rewardModel' && snapshot.before !== null;
  const id = `run-${crypto.randomUUID()}`;
  const run = runOfNode(id, kind, node, { series: series ?? {}, details, hasBefore }, labStore.getState());
  updateSlice('runs', ({ byId, current }) => ({ byId: { ...byId, [id]: run }, current: { ...current, [kind]: id } }));
  workers.kept.keep(snapshot);
  return snapshot;
}
