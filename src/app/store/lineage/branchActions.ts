/** From the lineage back to the lab: branch from a checkpoint, or replay what was done elsewhere on top of mainline. */
import { InvalidInputError } from '../../../errors.ts';
import { parseExperiment } from '../../../lab/document/experiment.ts';
import type { CheckpointNode } from '../../../lab/lineage/types.ts';
import { findStage } from '../../../lab/pipeline.ts';
import { labStorage } from '../../client/storage.ts';
import { replaceDocument } from '../experiment/experimentActions.ts';
import { labStore } from '../store.ts';
import { addNotice, selectStage } from '../uiActions.ts';
import { guarded, nodeById } from './lineageActions.ts';
import { mainlineId } from './mainlineActions.ts';
import { openNode } from './openNode.ts';

/** Opens the checkpoint in the lab: what is trained next hangs on it, or on its parent where its own stage is trained again. */
export function branchFrom(id: string): Promise<void> {
  return guarded('The checkpoint was not opened', async () => {
    const { stageId } = nodeById(id);
    await openNode(id);
    if (findStage(labStore.getState().experiment.document, stageId)) selectStage(stageId);
    location.hash = '#lab';
  });
}

/** It was trained by a stage of an experiment, which can be trained again elsewhere. */
export function canReplay({ experimentId }: CheckpointNode): boolean {
  return experimentId !== null;
}

/** Opens mainline in the lab with the settings of this checkpoint's stage: pressing Start trains it there. */
export function replayOnMainline(id: string): Promise<void> {
  return guarded('The stage was not prepared', async () => {
    const node = nodeById(id);
    const target = mainlineId(labStore.getState());
    if (target === null) throw new InvalidInputError('there is no mainline yet: promote a checkpoint first');
    const experiment = node.experimentId === null ? null : await (await labStorage()).experiment(node.experimentId);
    if (!experiment) {
      throw new InvalidInputError('nothing was trained to make this checkpoint: choose one that a stage has trained');
    }
    await openNode(target);
    const { document } = labStore.getState().experiment;
    const { stage: kind, stageId, settings } = node;
    const isThere = findStage(document, stageId)?.kind === kind;
    const stages = isThere
      ? document.stages.map((stage) => (stage.id === stageId ? { ...stage, ...settings } : stage))
      : [...document.stages, { kind, ...settings }];
    const prepared = parseExperiment({ ...document, stages, seed: experiment.seed });
    replaceDocument(prepared);
    selectStage(isThere ? stageId : prepared.stages.at(-1)!.id);
    addNotice('info', 'Mainline is open with the settings of that stage. Press Start to replay it.');
    location.hash = '#lab';
  });
}
