/** What the Share dialog offers: the experiment as it is, with curves and a digest of the stages that were trained so. */
import { shareCurves } from '../../../lab/link/shareCurves.ts';
import type { SharedRun, StageDigest } from '../../../lab/link/sharedRun.ts';
import type { StageKind } from '../../../lab/stages/stageSchemas.ts';
import { digestOf, trainedAsIs } from './shareTrained.ts';
import { stageKinds, stageRun } from '../run/stageRuns.ts';
import type { RunRecord } from '../state.ts';
import { labStore } from '../store.ts';

export interface GatheredRun {
  readonly run: SharedRun;
  /** Stages with a run whose results stay behind, because the experiment was changed after it or while it ran. */
  readonly leftOut: readonly StageKind[];
}

export async function gatherRun(): Promise<GatheredRun> {
  const state = labStore.getState();
  const { name, document: experiment } = state.experiment;
  const trained = new Map<StageKind, RunRecord>();
  const digests = new Map<StageKind, StageDigest>();
  for (const kind of stageKinds) {
    const run = await trainedAsIs(state, kind);
    if (!run) continue;
    trained.set(kind, run);
    const digest = await digestOf(run);
    if (digest) digests.set(kind, digest);
  }
  const curves = Object.fromEntries([...trained].map(([kind, run]) => [kind, shareCurves(kind, run.series)]));
  const leftOut = stageKinds.filter((kind) => stageRun(state, kind)?.phase === 'finished' && !trained.has(kind));
  return { run: { name, experiment, curves, digest: Object.fromEntries(digests) }, leftOut };
}
