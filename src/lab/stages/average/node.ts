/** A weight average as a checkpoint of its own, made in the lineage: the same node that an average stage of a pipeline makes. */
import type { CheckpointNode } from '../../lineage/types.ts';
import { canonicalJson, checkpointId, engineVersion, sha256 } from '../../run/checkpointId.ts';
import { averageKind } from './kind.ts';

export interface AverageRequest {
  readonly parents: readonly CheckpointNode[];
  /** One a parent. */
  readonly shares: readonly number[];
  /** What averageWeights made of them. */
  readonly params: Float32Array;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly device: string;
}

/** @returns the node of several policies mixed; the same ones with the same shares are the same node */
export async function averageNode(request: AverageRequest): Promise<CheckpointNode> {
  const { parents, shares, params, createdAt, device } = request;
  const { kind, revision } = averageKind;
  const parentIds = parents.map(({ id }) => id);
  const settings = averageKind.settings.parse({ shares });
  const origin = { parentIds, stage: kind, settings, seed: 0, dataHash: await sha256(canonicalJson({})), revision };
  const [first] = parents;
  return {
    id: await checkpointId(origin),
    parentIds,
    stage: kind,
    stageId: kind,
    settings,
    seed: 0,
    model: first?.model ?? '',
    experimentName: first?.experimentName ?? '',
    experimentId: null,
    createdAt,
    device,
    engineVersion: engineVersion(revision),
    totalSteps: 0,
    events: [],
    last: {},
    spark: null,
    evals: {},
    completions: [],
    weightsDigest: await sha256(new Uint8Array(params.buffer, params.byteOffset, params.byteLength)),
    note: '',
  };
}
