/** The words of weight averages, in plain language. */
import type { GlossaryEntry } from '../glossaryEntry.ts';

export const averageWords: readonly GlossaryEntry[] = [
  {
    id: 'weight-average',
    label: 'Weight average',
    plain:
      'Two policies mixed weight by weight. Between checkpoints from one ancestor the mix is often as good as the better one, and sometimes better than both.',
    exact: '(1 − share) · θ₁ + share · θ₂',
    source: 'Wortsman et al. 2022 (Model soups)',
  },
];
