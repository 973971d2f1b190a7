/** The words of DPO, in plain language. */
import type { GlossaryEntry } from '../glossaryEntry.ts';

export const dpoWords: readonly GlossaryEntry[] = [
  {
    id: 'dpo',
    label: 'DPO, direct preference optimization',
    plain:
      'Learning from pairs without a reward model in between: of two completions the preferred one is made likelier than the other, as seen from the model it started from.',
    exact: 'L = −log σ(β [log π/π_ref (chosen) − log π/π_ref (rejected)])',
    source: 'Rafailov et al. 2023',
  },
  {
    id: 'dpo-beta',
    label: 'β of DPO',
    plain:
      'How much reward a nat of difference from the reference stands for. Small β: the policy must move far to say what it prefers. Large β: a little says it all.',
    source: 'Rafailov et al. 2023, §4',
  },
  {
    id: 'dpo-variant',
    label: 'DPO’s loss',
    plain:
      'Sigmoid is DPO itself. IPO asks for a fixed difference instead of an ever larger one. SimPO compares log-probs a token and needs no reference.',
    source: 'Rafailov et al. 2023; Azar et al. 2023; Meng et al. 2024',
  },
  {
    id: 'dpo-target-margin',
    label: 'Target margin of SimPO',
    plain: 'By how much the chosen completion’s reward is to exceed the other’s.',
    source: 'Meng et al. 2024, eq. 6',
  },
  {
    id: 'dpo-nll',
    label: 'NLL weight',
    plain:
      'How much the preferred completions’ own likelihood counts beside the comparison, so that they don’t become unlikely as well.',
    source: 'Pang et al. 2024; Dubey et al. 2024 (Llama 3)',
  },
  {
    id: 'implied-reward',
    label: 'Implied reward',
    plain:
      'What DPO reads a policy as: a reward model whose score is how much likelier it finds a completion than the reference did.',
    exact: 'r(y) = β [log π(y|x) − log π_ref(y|x)]',
    source: 'Rafailov et al. 2023, eq. 5',
  },
  {
    id: 'dpo-delta',
    label: 'Δ',
    plain: 'The chosen completion’s implied reward less the rejected one’s. The loss is small where it is large.',
    exact: 'Δ = r(chosen) − r(rejected)',
    source: 'Rafailov et al. 2023, eq. 6',
  },
];
