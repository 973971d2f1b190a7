/** The sentence about a run of DPO, from its curves. */
import type { ShownRun } from '../face.ts';
import { describeOwnLabels, withoutOwnLabels } from '../preferences/ownLabels.ts';
import { readDpo } from './readDpo.ts';

export function readDpoRun(run: ShownRun): string {
  const { series, step, totalSteps, details } = run;
  const text = readDpo({
    chosen: withoutOwnLabels(run, 'rewards/chosen'),
    rejected: withoutOwnLabels(run, 'rewards/rejected'),
    heldOutAccuracy: series['eval/rewards/accuracies'] ?? [],
    accuracy: withoutOwnLabels(run, 'rewards/accuracies'),
    step,
    totalSteps,
  });
  return text + describeOwnLabels(details.ownLabels);
}
