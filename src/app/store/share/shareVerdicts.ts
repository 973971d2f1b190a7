/** Follows the runs of a linked experiment: what finishes with its settings is held against the figures of the link. */
import { judgeReproduction } from '../../../lab/link/verdict.ts';
import { stageNamed } from '../../../lab/pipeline.ts';
import type { StageId } from '../../../lab/stages/kinds.ts';
import { errorMessage } from '../session/problems.ts';
import { digestOf, trainedAsIs, trainsAlike } from './shareTrained.ts';
import { stageIds, stageRun, stageTitle } from '../run/stageRuns.ts';
import { labStore, updateSlice } from '../store.ts';
import { addNotice } from '../uiActions.ts';

/** Once, when the page starts. */
export function followVerdicts(): void {
  const judged = new Set<string>();
  labStore.subscribe((state) => {
    const { opened } = state.share;
    // Stages that come back after a reload are there before the shipped model they were made from.
    if (!opened || state.session.baseId === null) return;
    for (const id of stageIds(state)) {
      const run = stageRun(state, id);
      if (run?.phase !== 'finished' || !opened.digest[id] || judged.has(run.id)) continue;
      judged.add(run.id);
      // The weights arrive right behind the event that ended the run.
      setTimeout(() => void judge(id, run.id));
    }
  });
}

async function judge(id: StageId, runId: string): Promise<void> {
  try {
    const state = labStore.getState();
    const { opened } = state.share;
    const theirs = opened?.digest[id];
    const run = await trainedAsIs(state, id);
    if (!opened || !theirs || run?.id !== runId) return;
    const { document } = state.experiment;
    if (!(await trainsAlike(opened.experiment, document, id))) return;
    const mine = await digestOf(run);
    if (!mine) return;
    const verdict = judgeReproduction(stageNamed(document, id).kind, stageTitle(state, id), theirs, mine);
    updateSlice('share', ({ verdicts }) => ({ verdicts: { ...verdicts, [id]: { runId, verdict } } }));
  } catch (error) {
    addNotice('problem', `The run could not be held against the link: ${errorMessage(error)}. The run itself is kept.`);
  }
}
