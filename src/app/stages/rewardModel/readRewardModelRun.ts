/** The sentence about a run of the reward model, from its curves. */
import type { ShownRun } from '../face.ts';
import { readRewardModel } from './readRewardModel.ts';

export function readRewardModelRun({ series, step, totalSteps }: ShownRun): string {
  return readRewardModel({
    accuracy: series['accuracy'] ?? [],
    heldOutAccuracy: series['eval/accuracy'] ?? [],
    heldOutLoss: series['eval/loss'] ?? [],
    step,
    totalSteps,
  });
}
