/** Follows the runs of a linked experiment: what finishes with its settings is held against the figures of the link. */
import { judgeReproduction } from '../../../lab/link/verdict.ts';
import type { StageKind } from '../../../lab/stages/stageSchemas.ts';
import { errorMessage } from '../session/problems.ts';
import { digestOf, trainedAsIs, trainsAlike } from './shareTrained.ts';
import { stageKinds, stageRun } from '../run/stageRuns.ts';
import { labStore, updateSlice } from '../store.ts';
import { addNotice } from '../uiActions.ts';

/** Once, when the page starts. */
export function followVerdicts(): void {
  const judged = new Set<string>();
  labStore.subscribe((state) => {
    const { opened } = state.share;
    if (!opened) return;
    for (const kind of stageKinds) {
      const run = stageRun(state, kind);
      if (run?.phase !== 'finished' || !opened.digest[kind] || judged.has(run.id)) continue;
      judged.add(run.id);
      // The weights arrive right behind the event that ended the run.
      setTimeout(() => void judge(kind, run.id));
    }
  });
}

async function judge(kind: StageKind, runId: string): Promise<void> {
  try {
    const state = labStore.getState();
    const { opened } = state.share;
    const theirs = opened?.digest[kind];
    const run = await trainedAsIs(state, kind);
    if (!opened || !theirs || run?.id !== runId) return;
    if (!trainsAlike(opened.experiment, state.experiment.document, kind)) return;
    const mine = await digestOf(run);
    if (!mine) return;
    const verdict = judgeReproduction(kind, theirs, mine);
    updateSlice('share', ({ verdicts }) => ({ verdicts: { ...verdicts, [kind]: { runId, verdict } } }));
  } catch (error) {
    addNotice('problem', `The run could not be held against the link: ${errorMessage(error)}. The run itself is kept.`);
  }
}
