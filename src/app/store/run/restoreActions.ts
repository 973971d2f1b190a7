/** Checkpoints from storage into the lab: their curves into the store, their weights to the sampler. */
import { InvalidInputError } from '../../../errors.ts';
import type { CheckpointNode } from '../../../lab/lineage/types.ts';
import type { Snapshot } from '../../../lab/run/protocol.ts';
import type { StageId } from '../../../lab/stages/kinds.ts';
import type { LabStorage } from '../../../lab/storage/types.ts';
import { workers } from '../session/sessionActions.ts';
import { labStore, updateSlice } from '../store.ts';
import { withRun } from './shownRuns.ts';
import { runOfNode } from './restoreRuns.ts';

/**
 * Shows a stored checkpoint as the finished run of a stage. Completions are drawn by the caller, from the snapshot.
 * @throws InvalidInputError when its weights were freed
 */
export async function restoreNode(storage: LabStorage, stageId: StageId, node: CheckpointNode): Promise<Snapshot> {
  const [weights, series, details] = await Promise.all([
    storage.weights(node.id),
    storage.series(node.id),
    storage.details(node.id),
  ]);
  if (!weights) {
    throw new InvalidInputError(
      `the weights of checkpoint ${node.id.slice(0, 6)} are no longer stored: train it again, or choose another`,
    );
  }
  const snapshot: Snapshot = { ...weights, stageId, step: node.totalSteps };
  const hasBefore = weights.kind !== 'policy' && weights.before !== null;
  const id = `run-${crypto.randomUUID()}`;
  const run = runOfNode(id, stageId, node, { series: series ?? {}, details, hasBefore }, labStore.getState());
  updateSlice('runs', (runs) => withRun(runs, run));
  workers.kept.keep(snapshot);
  return snapshot;
}
