/** What the Share dialog offers: the experiment as it is, with curves and a digest of the stages that were trained so. */
import { shareCurves } from '../../../lab/link/shareCurves.ts';
import type { SharedRun, StageDigest } from '../../../lab/link/sharedRun.ts';
import type { StageId } from '../../../lab/stages/kinds.ts';
import { stageIds, stageRun } from '../run/stageRuns.ts';
import type { RunRecord } from '../state.ts';
import { labStore } from '../store.ts';
import { digestOf, trainedAsIs } from './shareTrained.ts';

export interface GatheredRun {
  readonly run: SharedRun;
  /** Stages with a run whose results stay behind, because the experiment was changed after it or while it ran. */
  readonly leftOut: readonly StageId[];
}

export async function gatherRun(): Promise<GatheredRun> {
  const state = labStore.getState();
  const { name, document: experiment } = state.experiment;
  const trained = new Map<StageId, RunRecord>();
  const digests = new Map<StageId, StageDigest>();
  for (const id of stageIds(state)) {
    const run = await trainedAsIs(state, id);
    if (!run) continue;
    trained.set(id, run);
    const digest = await digestOf(run);
    if (digest) digests.set(id, digest);
  }
  const curves = Object.fromEntries(
    [...trained].map(([id, { stage, series }]) => [id, shareCurves(stage.kind, series)]),
  );
  const leftOut = stageIds(state).filter((id) => stageRun(state, id)?.phase === 'finished' && !trained.has(id));
  return { run: { name, experiment, curves, digest: Object.fromEntries(digests) }, leftOut };
}
