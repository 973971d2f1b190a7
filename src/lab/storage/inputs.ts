/** What a stage starts from, as checkpoints: the shipped model as the root, and the weights of a run's parents. */
import { InvalidInputError } from '../../errors.ts';
import { ENGINE_VERSION, baseCheckpointId, sha256 } from '../run/checkpointId.ts';
import type { LoadedModel } from '../model/modelFolder.ts';
import type { StageInputs } from '../stages/stageRun.ts';
import type { LabStorage } from './types.ts';

/** Stores the shipped model as a checkpoint, once. A storage that refuses is no reason to stop. @returns its id */
export async function storeBase(storage: LabStorage, model: LoadedModel): Promise<string> {
  const { config, params, summary } = model;
  const id = await baseCheckpointId(config, params);
  try {
    if (await storage.node(id)) return id;
    const node = {
      ...{ id, parentIds: [], stage: 'base' as const, settings: {}, seed: 0, model: summary.name },
      ...{ experimentName: summary.name, experimentId: null, createdAt: new Date(0).toISOString(), device: '' },
      ...{
        engineVersion: ENGINE_VERSION,
        totalSteps: 0,
        events: [],
        last: {},
        spark: null,
        evals: {},
        completions: [],
      },
      ...{ note: '', weightsDigest: await sha256(new Uint8Array(params.buffer, params.byteOffset, params.byteLength)) },
    };
    await storage.putNode(node, { kind: 'policy', params: params.slice() }, {});
  } catch {
    // Said by the run that can't be kept either.
  }
  return id;
}

/** @throws InvalidInputError when the weights of a parent are no longer stored */
export async function loadInputs(
  storage: LabStorage,
  parentIds: readonly string[],
  baseId: string,
  baseParams: Float32Array,
): Promise<StageInputs> {
  const parents = await Promise.all(parentIds.map(async (id) => (id === baseId ? null : storage.weights(id))));
  const missing = parentIds.find((id, i) => id !== baseId && !parents[i]);
  if (missing !== undefined) {
    throw new InvalidInputError(
      `the weights of checkpoint ${missing.slice(0, 8)}, which this run started from, are no longer stored: start it again`,
    );
  }
  const policy = parents.find((parent) => parent?.kind === 'policy');
  const judge = parents.find((parent) => parent?.kind === 'rewardModel');
  return {
    policy: policy?.kind === 'policy' ? policy.params : baseParams,
    rewardModel: judge?.kind === 'rewardModel' ? judge.model : null,
  };
}
