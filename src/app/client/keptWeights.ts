/**
 * The newest of what every stage has trained: what a sampler that has to be replaced is given again. Outside the store,
 * because they are megabytes of numbers. What a stage starts from is loaded by the trainer itself.
 */
import { transfer } from 'comlink';
import type { Snapshot } from '../../lab/run/protocol.ts';
import type { StageId } from '../../lab/stages/kinds.ts';
import type { RewardModel } from '../../rlhf/rewardScorer.ts';

export interface KeptWeights {
  keep(snapshot: Snapshot): void;
  forget(id: StageId): void;
  newest(id: StageId): Snapshot | null;
  all(): readonly Snapshot[];
}

export function createKeptWeights(): KeptWeights {
  const kept = new Map<StageId, Snapshot>();
  return {
    keep: (snapshot) => void kept.set(snapshot.stageId, snapshot),
    forget: (id) => void kept.delete(id),
    newest: (id) => kept.get(id) ?? null,
    all: () => [...kept.values()],
  };
}

/** A copy to give away: the original stays. What a reward model and the one before it share, the copies share too. */
export function copySnapshot(snapshot: Snapshot): Snapshot {
  const copies = new Map<Float32Array, Float32Array<ArrayBuffer>>();
  const copyOf = (values: Float32Array): Float32Array => {
    const copy = copies.get(values) ?? values.slice();
    copies.set(values, copy);
    return copy;
  };
  const copyModel = (model: RewardModel): RewardModel => {
    return { ...model, params: copyOf(model.params), reference: copyOf(model.reference) };
  };
  const copied: Snapshot =
    snapshot.kind === 'policy'
      ? { ...snapshot, params: copyOf(snapshot.params) }
      : { ...snapshot, model: copyModel(snapshot.model), before: snapshot.before && copyModel(snapshot.before) };
  return transfer(
    copied,
    [...copies.values()].map(({ buffer }) => buffer),
  );
}
