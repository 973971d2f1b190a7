/** Which finished runs still are what the experiment says, and what they came to: only those may be shared or judged. */
import type { Experiment } from '../../../lab/document/experiment.ts';
import { stageDigest, weightsDigest } from '../../../lab/link/digest.ts';
import type { StageDigest } from '../../../lab/link/sharedRun.ts';
import { allNodeIds, BASE, findStage } from '../../../lab/pipeline.ts';
import type { StageId } from '../../../lab/stages/kinds.ts';
import { labStorage } from '../../client/storage.ts';
import { last } from '../../../lab/curve.ts';
import { stageRun } from '../run/stageRuns.ts';
import { workers } from '../session/sessionActions.ts';
import type { LabState, RunRecord } from '../state.ts';

/**
 * @returns the stage's run if its checkpoint is the very one that the experiment would make: run to its end, untouched, with
 * its settings, seed and data, from stages of which the same is true; else null
 */
export async function trainedAsIs(state: LabState, id: StageId): Promise<RunRecord | null> {
  const run = stageRun(state, id);
  const { baseId } = state.session;
  if (run?.phase !== 'finished' || run.nodeId === null || baseId === null) return null;
  const wanted = await allNodeIds(state.experiment.document, baseId);
  return wanted.get(id) === run.nodeId ? run : null;
}

/** Whether two experiments train a stage to the same weights on the same device. */
export async function trainsAlike(one: Experiment, other: Experiment, id: StageId): Promise<boolean> {
  if (one.model !== other.model || one.threads !== other.threads) return false;
  if (!findStage(one, id) || !findStage(other, id)) return false;
  const [ours, theirs] = await Promise.all([allNodeIds(one, BASE), allNodeIds(other, BASE)]);
  return ours.get(id) === theirs.get(id);
}

/** @returns null where the weights are gone, or can't be hashed (a page without a secure address) */
export async function digestOf(run: RunRecord): Promise<StageDigest | null> {
  const snapshot = workers.kept.newest(run.stageId);
  if (!snapshot || !('subtle' in crypto)) return null;
  const values = Object.entries(run.series).flatMap(([key, series]) => {
    const point = last(series);
    return point ? [[key, point.value] as const] : [];
  });
  const weights = await weightsDigest(snapshot);
  return stageDigest(run.stage.kind, weights, Object.fromEntries(values), await deviceOf(run));
}

/** A run that came back from storage knows its device in words only. */
async function deviceOf({ device, nodeId }: RunRecord): Promise<{ readonly label: string; readonly threads: number }> {
  if (device) return device;
  const node = nodeId === null ? null : await (await labStorage()).node(nodeId);
  const label = node?.device ?? 'an unknown device';
  return { label, threads: Number(/(\d+) threads?/.exec(label)?.[1] ?? 1) };
}
