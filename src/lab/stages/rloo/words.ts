/** The words of RL by RLOO, in plain language. */
import type { GlossaryEntry } from '../glossaryEntry.ts';

export const rlooWords: readonly GlossaryEntry[] = [
  {
    id: 'rloo',
    label: 'RLOO, REINFORCE leave-one-out',
    plain:
      'Several completions of each prompt are scored. What scored above the others of its prompt becomes likelier, what scored below becomes less likely; no critic is needed.',
    source: 'Ahmadian et al. 2024, “Back to Basics”, eq. 7',
  },
];
