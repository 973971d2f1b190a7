/**
 * Merging two policies by their weights: (1 − share) · first + share · second, parameter by parameter. Works between
 * checkpoints that share an ancestor, because they lie in one valley of the loss (Wortsman et al. 2022, "Model soups");
 * the interpolation sweep shows whether it did.
 */
import { InvalidInputError } from '../../errors.ts';
import { checkpointId, ENGINE_VERSION, sha256 } from '../run/checkpointId.ts';
import type { StoredWeights } from '../storage/types.ts';
import type { CheckpointNode } from './types.ts';

/**
 * @param share of the second, 0…1 · @returns flat float32, as long as both
 * @throws InvalidInputError when one is a reward model, their lengths differ or the share lies outside
 */
export function averageWeights(first: StoredWeights, second: StoredWeights, share: number): Float32Array {
  if (first.kind !== 'policy' || second.kind !== 'policy') {
    throw new InvalidInputError('a reward model cannot be averaged with anything: choose two policies');
  }
  const { length } = first.params;
  if (second.params.length !== length) {
    throw new InvalidInputError(
      `the two policies have ${length} and ${second.params.length} weights: choose two of the same model`,
    );
  }
  if (!(share >= 0 && share <= 1)) {
    throw new InvalidInputError(`the share is ${share}: it must be a number from 0 to 1`);
  }
  const mixed = new Float32Array(length);
  for (let i = 0; i < length; i++) mixed[i] = (1 - share) * first.params[i]! + share * second.params[i]!;
  return mixed;
}

export interface AverageRequest {
  readonly first: CheckpointNode;
  readonly second: CheckpointNode;
  /** Of the second. */
  readonly share: number;
  readonly params: Float32Array;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly device: string;
}

/** @returns the node of two policies mixed; the same two with the same share are the same node */
export async function averageNode(request: AverageRequest): Promise<CheckpointNode> {
  const { first, second, share, params, createdAt, device } = request;
  const parentIds = [first.id, second.id];
  const settings = { share };
  return {
    id: await checkpointId({ parentIds, stage: 'average', settings, seed: 0, dataHash: '' }),
    ...{ parentIds, stage: 'average', settings, seed: 0, model: first.model },
    ...{ experimentName: first.experimentName, experimentId: null, createdAt, device },
    ...{ engineVersion: ENGINE_VERSION, totalSteps: 0, events: [], last: {}, spark: null },
    ...{ evals: {}, completions: [] },
    weightsDigest: await sha256(new Uint8Array(params.buffer, params.byteOffset, params.byteLength)),
    note: '',
  };
}
