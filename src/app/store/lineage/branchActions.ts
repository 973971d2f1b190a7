/** From the lineage back to the lab: branch from a checkpoint, or replay what was done elsewhere on top of mainline. */
import { InvalidInputError } from '../../../errors.ts';
import { parseExperiment } from '../../../lab/document/experiment.ts';
import type { CheckpointNode } from '../../../lab/lineage/types.ts';
import { addStage, replaceDocument } from '../experiment/experimentActions.ts';
import { guarded, nodeById } from './lineageActions.ts';
import { mainlineId } from './mainlineActions.ts';
import { openNode } from './openNode.ts';
import { stageIndex } from '../run/stageRuns.ts';
import { labStore } from '../store.ts';
import { addNotice, selectStage } from '../uiActions.ts';

/** Opens the checkpoint in the lab: what is trained next hangs on it, or on its parent where its own stage is trained again. */
export function branchFrom(id: string): Promise<void> {
  return guarded('The checkpoint was not opened', async () => {
    const { stage } = nodeById(id);
    await openNode(id);
    if (stage !== 'average') selectStage(stage);
    location.hash = '#lab';
  });
}

/** A stage that can be replayed, and a mainline to replay it on. */
export function canReplay({ stage }: CheckpointNode): boolean {
  return stage === 'sft' || stage === 'rewardModel' || stage === 'ppo';
}

/** Opens mainline in the lab with the settings of this checkpoint's stage: pressing Start trains it there. */
export function replayOnMainline(id: string): Promise<void> {
  return guarded('The stage was not prepared', async () => {
    const node = nodeById(id);
    const target = mainlineId(labStore.getState());
    if (target === null) throw new InvalidInputError('there is no mainline yet: promote a checkpoint first');
    const { stage: kind, settings, seed } = node;
    if (kind === 'base' || kind === 'average') {
      throw new InvalidInputError('nothing was trained to make this checkpoint: choose one of SFT, reward model or RL');
    }
    await openNode(target);
    if (stageIndex(labStore.getState().experiment.document, kind) < 0) addStage(kind);
    const { document } = labStore.getState().experiment;
    const at = stageIndex(document, kind);
    const stages = document.stages.map((stage, i) => (i === at ? { ...settings, kind } : stage));
    replaceDocument(parseExperiment({ ...document, stages, seed }));
    selectStage(kind);
    addNotice('info', 'Mainline is open with the settings of that stage. Press Start to replay it.');
    location.hash = '#lab';
  });
}
