/** The rows of RLOO: those of every on-policy algorithm, and how many prompts it learns nothing from. */
import { onPolicyMetrics } from './onPolicy.ts';
import type { Metric } from './types.ts';

export const rlooMetrics = [
  ...onPolicyMetrics,
  {
    key: 'frac_reward_zero_std',
    label: 'Groups without spread',
    unit: 'share',
    formula: 'share of prompts whose completions all have the same score',
    healthy: 'Near 0 %.',
    hint: 'The completions of a prompt are compared with each other: where all score the same, nothing is learnt from them.',
    paper: 'TRL, GRPOTrainer; Ahmadian et al. 2024 (RLOO)',
  },
] as const satisfies readonly Metric[];
