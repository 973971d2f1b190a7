/** Opens a stored checkpoint in the lab: it and its ancestors as finished stages, the knobs as they stood for it. */
import { InvalidInputError } from '../../../errors.ts';
import type { Experiment } from '../../../lab/document/experiment.ts';
import type { CheckpointNode } from '../../../lab/lineage/types.ts';
import { BASE, findStage, inputsOf, parentIdsOf } from '../../../lab/pipeline.ts';
import type { StageId } from '../../../lab/stages/kinds.ts';
import type { LabStorage } from '../../../lab/storage/types.ts';
import { labStorage } from '../../client/storage.ts';
import { renameExperiment, replaceDocument } from '../experiment/experimentActions.ts';
import { restoreNode } from '../run/restoreActions.ts';
import { openRun, stageIds } from '../run/stageRuns.ts';
import { runActions, sampleActions } from '../session/sessionActions.ts';
import { labStore } from '../store.ts';

/** @throws InvalidInputError while something trains, or when weights it needs were freed; the lab is then as it was */
export async function openNode(id: string): Promise<void> {
  if (openRun(labStore.getState())?.phase === 'running') {
    throw new InvalidInputError('a stage is training: pause it or let it finish first');
  }
  const storage = await labStorage();
  const { origin, experiment, line } = await lineTo(storage, id);
  for (const node of line.values()) {
    if ((await storage.weights(node.id)) === null) {
      throw new InvalidInputError(`the weights of checkpoint ${node.id.slice(0, 6)} were freed: train it again first`);
    }
  }
  await runActions.setAside();
  for (const stage of stageIds(labStore.getState())) await runActions.reset(stage);
  if (experiment) takeExperiment(experiment, origin.experimentName);
  // In the order of the pipeline, so that each finds what it was made from.
  for (const stage of stageIds(labStore.getState())) {
    const node = line.get(stage);
    if (node) sampleActions.enterSnapshot(await restoreNode(storage, stage, node));
  }
}

interface Line {
  /** What was trained last on the way. */
  readonly origin: CheckpointNode;
  /** Whose stages the line is of; null = nothing was trained. */
  readonly experiment: Experiment | null;
  /** The checkpoint that each stage shows. */
  readonly line: ReadonlyMap<StageId, CheckpointNode>;
}

/** The checkpoint and, stage by stage, what it was made from, as its experiment says. */
async function lineTo(storage: LabStorage, id: string): Promise<Line> {
  const node = await find(storage, id);
  const origin = await trainedOrigin(storage, node);
  const experiment = origin.experimentId === null ? null : await storage.experiment(origin.experimentId);
  const line = new Map<StageId, CheckpointNode>();
  if (experiment) await place(storage, experiment, origin.stageId, node, line);
  return { origin, experiment, line };
}

async function place(
  storage: LabStorage,
  experiment: Experiment,
  stageId: StageId,
  node: CheckpointNode,
  line: Map<StageId, CheckpointNode>,
): Promise<void> {
  if (line.has(stageId) || !findStage(experiment, stageId)) return;
  line.set(stageId, node);
  const { parentIds } = await trainedOrigin(storage, node);
  const inputs = parentIdsOf(inputsOf(experiment, stageId), (input) => input);
  for (const [i, parentId] of parentIds.entries()) {
    const input = inputs[i];
    const parent = input === undefined || input === BASE ? null : await find(storage, parentId);
    if (parent && parent.stage !== BASE) await place(storage, experiment, input!, parent, line);
  }
}

/** An average that was made in the lineage stands where the first of what it averages stood. */
async function trainedOrigin(storage: LabStorage, node: CheckpointNode): Promise<CheckpointNode> {
  const [first] = node.parentIds;
  if (node.experimentId !== null || first === undefined) return node;
  return trainedOrigin(storage, await find(storage, first));
}

async function find(storage: LabStorage, id: string): Promise<CheckpointNode> {
  const node = await storage.node(id);
  if (!node) throw new InvalidInputError(`checkpoint ${id.slice(0, 6)} is no longer stored: choose another`);
  return node;
}

/** Labels and own data stay the visitor's own: a checkpoint doesn't take them away. */
function takeExperiment(experiment: Experiment, name: string): void {
  const { labels, data } = labStore.getState().experiment.document;
  replaceDocument({ ...experiment, labels, data });
  renameExperiment(name);
}
