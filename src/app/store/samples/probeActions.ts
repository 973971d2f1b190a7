/** Asks the reward model about a text of the visitor's, through the sampler. */
import type { RewardProbe } from '../../../lab/run/protocol.ts';
import type { StageId } from '../../../lab/stages/kinds.ts';
import type { LabWorkers } from '../../client/workers.ts';

export interface ProbeAnswer {
  readonly now: RewardProbe;
  /** As the reward model was before the visitor's own labels; null where there are none. */
  readonly before: RewardProbe | null;
}

export interface ProbeActions {
  /** @param prompt with or without the chat frame · @throws DeviceError, InvalidInputError */
  probe(rewardModel: StageId, prompt: string, completion: string, hasBefore: boolean): Promise<ProbeAnswer>;
}

export function createProbeActions({ sampler }: LabWorkers): ProbeActions {
  return {
    async probe(rewardModel, prompt, completion, hasBefore) {
      const ask = (which: 'now' | 'before') =>
        sampler.call((api) => api.probeReward({ rewardModel, prompt, completion, which }));
      const now = await ask('now');
      const before = hasBefore ? await ask('before') : null;
      return { now, before };
    },
  };
}
