/** The experiment the page opens with: SFT, a reward model, PPO. */
import { type Experiment, parseExperiment } from '../../../lab/document/experiment.ts';
import { PRESETS, presetExperiment } from '../../../lab/document/presets.ts';

export const DEFAULT_PRESET = 'instructgpt';

export function defaultDocument(): Experiment {
  const isThere = PRESETS.some(({ name }) => name === DEFAULT_PRESET);
  if (isThere) return presetExperiment(DEFAULT_PRESET);
  return parseExperiment({ stages: [{ kind: 'sft' }, { kind: 'rewardModel' }, { kind: 'ppo' }] });
}
