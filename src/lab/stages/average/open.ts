/** The average stage: one step, nothing is trained. */
import type { StageOptions, StageRun } from '../stageRun.ts';
import type { AverageSettings } from './settings.ts';
import { averageWeights, distanceToAverage } from './weights.ts';

/** @throws InvalidInputError when shares and policies don't fit each other */
export async function openAverage({ settings, inputs }: StageOptions<AverageSettings>): Promise<StageRun<never>> {
  const { policies } = inputs;
  const shares = settings.shares.length > 0 ? settings.shares : policies.map(() => 1);
  const params = averageWeights(policies, shares);
  const none = new Float32Array(0);
  let isDone = false;
  return {
    totalSteps: 1,
    async *steps() {
      isDone = true;
      const metrics = { distance: distanceToAverage(policies, params) };
      yield { type: 'step', step: 1, totalSteps: 1, metrics, isLastPhase: true };
    },
    change: () => undefined,
    watch: () => undefined,
    evals: () => ({}),
    output: async () => (isDone ? { kind: 'policy', params } : null),
    state: async () => ({ step: 1, train: { params, m: none, v: none, steps: 1 }, more: null }),
    dispose: () => Promise.resolve(),
  };
}
