/** The sentence about a run of DPO, from its curves. */
import type { ShownRun } from '../face.ts';
import { readDpo } from './readDpo.ts';

export function readDpoRun({ series, step, totalSteps }: ShownRun): string {
  return readDpo({
    chosen: series['rewards/chosen'] ?? [],
    rejected: series['rewards/rejected'] ?? [],
    heldOutAccuracy: series['eval/rewards/accuracies'] ?? [],
    accuracy: series['rewards/accuracies'] ?? [],
    step,
    totalSteps,
  });
}
