/** Asks the reward model about a text of the visitor's, through the sampler. */
import type { RewardProbe } from '../../../lab/run/protocol.ts';
import type { LabWorkers } from '../../client/workers.ts';

export interface ProbeAnswer {
  readonly now: RewardProbe;
  /** As the reward model was before the visitor's own labels; null where there are none. */
  readonly before: RewardProbe | null;
}

export interface ProbeActions {
  /** @param question with or without the chat frame · @throws DeviceError, InvalidInputError */
  probe(question: string, completion: string, hasBefore: boolean): Promise<ProbeAnswer>;
}

export function createProbeActions({ sampler }: LabWorkers): ProbeActions {
  return {
    async probe(question, completion, hasBefore) {
      const now = await sampler.call((api) => api.probeReward(question, completion, 'now'));
      const before = hasBefore ? await sampler.call((api) => api.probeReward(question, completion, 'before')) : null;
      return { now, before };
    },
  };
}
