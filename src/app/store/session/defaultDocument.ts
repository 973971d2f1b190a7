/** The experiment the page opens with: SFT, a reward model, RLOO. */
import type { Experiment } from '../../../lab/document/experiment.ts';
import { presetExperiment } from '../../../lab/document/presets.ts';

export const DEFAULT_PRESET = 'instructgpt';

export function defaultDocument(): Experiment {
  return presetExperiment(DEFAULT_PRESET);
}
