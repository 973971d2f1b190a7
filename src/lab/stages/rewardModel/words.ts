/** The words of reward models, in plain language. */
import type { GlossaryEntry } from '../glossaryEntry.ts';

export const rewardModelWords: readonly GlossaryEntry[] = [
  {
    id: 'reward-model',
    core: 5,
    label: 'Reward model',
    plain:
      'A model that reads a prompt and a completion and gives one score. It learns from pairs in which people said which completion is better.',
    source: 'Christiano et al. 2017; Ouyang et al. 2022',
  },
];
