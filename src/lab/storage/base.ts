/** The shipped model as the root of every lineage. */
import type { CheckpointNode } from '../lineage/types.ts';
import type { LoadedModel } from '../model/modelFolder.ts';
import { BASE } from '../pipeline.ts';
import { baseCheckpointId, engineVersion, sha256 } from '../run/checkpointId.ts';
import type { LabStorage } from './types.ts';

/** Stores the shipped model as a checkpoint, once. A storage that refuses is no reason to stop. @returns its id */
export async function storeBase(storage: LabStorage, model: LoadedModel): Promise<string> {
  const { config, params, summary } = model;
  const id = await baseCheckpointId(config, params);
  try {
    if (await storage.node(id)) return id;
    const node: CheckpointNode = {
      id,
      parentIds: [],
      stage: BASE,
      stageId: BASE,
      settings: {},
      seed: 0,
      model: summary.name,
      experimentName: summary.name,
      experimentId: null,
      createdAt: new Date(0).toISOString(),
      device: '',
      engineVersion: engineVersion(),
      totalSteps: 0,
      events: [],
      last: {},
      spark: null,
      evals: {},
      completions: [],
      note: '',
      weightsDigest: await sha256(new Uint8Array(params.buffer, params.byteOffset, params.byteLength)),
    };
    await storage.putNode(node, { kind: 'policy', params: params.slice() }, {});
  } catch {
    // Said by the run that can't be kept either.
  }
  return id;
}
