/** The sentences about an RL run, from its curves. */
import type { ShownRun } from '../face.ts';
import { isOnPolicy } from './plannedStage.ts';
import { readRl } from './readRl.ts';

export function readRlRun({ series, step, totalSteps, stage }: ShownRun, start: string): string {
  return readRl({
    proxy: series['objective/scores'] ?? [],
    gold: series['objective/gold'] ?? [],
    kl: series['objective/kl'] ?? [],
    klExact: series['objective/kl_exact'] ?? [],
    entropy: series['objective/entropy'] ?? [],
    step,
    totalSteps,
    start,
    isControl: isOnPolicy(stage) && stage.reward === 'gold',
  });
}
