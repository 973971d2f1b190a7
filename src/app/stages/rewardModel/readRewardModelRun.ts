/** The sentence about a run of the reward model, from its curves. */
import type { ShownRun } from '../face.ts';
import { describeOwnLabels, withoutOwnLabels } from '../preferences/ownLabels.ts';
import { readRewardModel } from './readRewardModel.ts';

export function readRewardModelRun(run: ShownRun): string {
  const { series, step, totalSteps, details } = run;
  const text = readRewardModel({
    accuracy: withoutOwnLabels(run, 'accuracy'),
    heldOutAccuracy: series['eval/accuracy'] ?? [],
    heldOutLoss: series['eval/loss'] ?? [],
    step,
    totalSteps,
  });
  return text + describeOwnLabels(details.ownLabels);
}
