/**
 * Values that an older page stored, as the present one reads them: experiments brought up to date, stages by their names
 * (an older page knew one of each kind, and called it by its kind). Nothing is rewritten in storage.
 */
import { parseExperiment } from '../document/experiment.ts';
import type { CheckpointNode } from '../lineage/types.ts';
import { isStageKind } from '../stages/kinds.ts';
import type { RunHead, StoredSession } from './types.ts';

/** @param value of the table `nodes` */
export function readNode(value: unknown): CheckpointNode {
  const node = value as Omit<CheckpointNode, 'stageId'> & { readonly stageId?: string };
  return { ...node, stageId: node.stageId ?? node.stage };
}

/** @param value of the table `runs` · @returns null for one this page can't read: a newer one stored it */
export function readRunHead(value: unknown): RunHead | null {
  const { stage: _stage, index, ...run } = value as RunHead & { readonly stage?: string; readonly index?: number };
  try {
    const experiment = parseExperiment(run.experiment);
    const stageId = run.stageId ?? experiment.stages[index ?? -1]?.id;
    return stageId === undefined ? null : { ...run, experiment, stageId };
  } catch {
    return null;
  }
}

/** @param value of the table `sessions` · @returns null for one this page can't read: a newer one stored it */
export function readSession(value: unknown): StoredSession | null {
  const session = value as StoredSession;
  try {
    return { ...session, experiment: parseExperiment(session.experiment) };
  } catch {
    return null;
  }
}

/** Of a kind this page knows: a newer one may have stored others. */
export function isReadable({ stage }: CheckpointNode): boolean {
  return stage === 'base' || isStageKind(stage);
}
