/** Checkpoints for tests of the lineage: only what a test is about need be named. */
import type { CheckpointNode } from '../lab/lineage/types.ts';

export function lineageNode(part: Partial<CheckpointNode> & Pick<CheckpointNode, 'id'>): CheckpointNode {
  return {
    parentIds: [],
    stage: 'sft',
    stageId: part.stage ?? 'sft',
    settings: {},
    seed: 42,
    model: 'tiny',
    experimentName: 'Test',
    experimentId: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    device: 'CPU, 1 thread',
    engineVersion: '1',
    totalSteps: 10,
    events: [],
    last: {},
    spark: null,
    evals: {},
    completions: [],
    weightsDigest: '0'.repeat(64),
    note: '',
    ...part,
  };
}
