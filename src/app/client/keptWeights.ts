/**
 * The newest weights of every trained checkpoint: what the next stage starts from, and what a sampler that has to be
 * replaced is given again. Outside the store, because they are megabytes of numbers.
 */
import { transfer } from 'comlink';
import type { PolicyId, RewardModelSnapshot, Snapshot, WeightSnapshot } from '../../lab/run/protocol.ts';
import type { RewardModel } from '../../rlhf/rewardScorer.ts';

export interface KeptWeights {
  keep(snapshot: Snapshot): void;
  forget(checkpoint: Snapshot['checkpointId']): void;
  policy(id: PolicyId): WeightSnapshot | null;
  rewardModel(): RewardModelSnapshot | null;
  all(): readonly Snapshot[];
}

export function createKeptWeights(): KeptWeights {
  const policies = new Map<PolicyId, WeightSnapshot>();
  let rewardModel: RewardModelSnapshot | null = null;
  return {
    keep(snapshot) {
      if (snapshot.checkpointId === 'rewardModel') rewardModel = snapshot;
      else policies.set(snapshot.checkpointId, snapshot);
    },
    forget(checkpoint) {
      if (checkpoint === 'rewardModel') rewardModel = null;
      else policies.delete(checkpoint);
    },
    policy: (id) => policies.get(id) ?? null,
    rewardModel: () => rewardModel,
    all: () => [...policies.values(), ...(rewardModel ? [rewardModel] : [])],
  };
}

/** A copy to give away: the original stays. */
export function copyPolicy(snapshot: WeightSnapshot): WeightSnapshot {
  const params = snapshot.params.slice();
  return transfer({ ...snapshot, params }, [params.buffer]);
}

/** As copyPolicy. `model` and `before` share their reference, and so do the copies. */
export function copyRewardModel(snapshot: RewardModelSnapshot): RewardModelSnapshot {
  const copies = new Map<Float32Array, Float32Array<ArrayBuffer>>();
  const copyOf = (values: Float32Array): Float32Array => {
    const copy = copies.get(values) ?? values.slice();
    copies.set(values, copy);
    return copy;
  };
  const copyModel = (model: RewardModel): RewardModel => ({
    ...model,
    params: copyOf(model.params),
    reference: copyOf(model.reference),
  });
  const copied = {
    ...snapshot,
    model: copyModel(snapshot.model),
    before: snapshot.before && copyModel(snapshot.before),
  };
  return transfer(
    copied,
    [...copies.values()].map(({ buffer }) => buffer),
  );
}
