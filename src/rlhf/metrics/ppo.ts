/** The rows of PPO: those of every on-policy algorithm, and its critic’s. */
import { onPolicyMetrics } from './onPolicy.ts';
import type { Metric } from './types.ts';

const PPO_PAPER = 'Schulman et al. 2017 (PPO)';

export const ppoMetrics = [
  ...onPolicyMetrics,
  {
    key: 'loss/value_avg',
    label: 'Value loss',
    unit: 'number',
    formula: '½ · mean over tokens of (V(x, y_<t) − return)², clipped as the policy is',
    healthy: 'Falls, then follows the spread of the rewards.',
    hint: 'How wrong the critic is about the reward still to come. It may rise when completions change faster than it learns.',
    paper: PPO_PAPER,
  },
  {
    key: 'val/explained_variance',
    label: 'Explained variance',
    unit: 'share',
    formula: '1 − var(return − value) / var(return)',
    healthy: 'Above 0 after the warm-up; 1 would be perfect foresight.',
    hint: 'How much of the differences in reward the critic foresees. Below 0 it is worse than always guessing the mean.',
    paper: PPO_PAPER,
  },
] as const satisfies readonly Metric[];
