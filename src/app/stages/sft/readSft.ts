/** The sentence about an SFT run, from its curves. */
import type { ShownRun } from '../face.ts';
import { readSftCurve } from './readCurve.ts';

export function readSft({ series, step, totalSteps }: ShownRun): string {
  return readSftCurve({
    loss: series['loss'] ?? [],
    heldOut: series['eval/loss'] ?? [],
    accuracy: series['mean_token_accuracy'] ?? [],
    step,
    totalSteps,
  });
}
