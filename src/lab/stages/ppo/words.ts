/** The words of RL by PPO, in plain language. */
import type { GlossaryEntry } from '../glossaryEntry.ts';

export const ppoWords: readonly GlossaryEntry[] = [
  {
    id: 'rl',
    core: 7,
    label: 'RL, reinforcement learning',
    plain:
      'The model writes completions, the reward model scores them, and the model is moved towards what scored well, while being held close to the policy it started from.',
    source: 'Ouyang et al. 2022; Schulman et al. 2017 (PPO)',
  },
  {
    id: 'ppo-algorithm',
    label: 'PPO, proximal policy optimization',
    plain:
      'RL in small, safe steps: each token of a rollout becomes likelier or unlikelier by its advantage, but one update may change its chance only so far. A critic foresees the reward, so that every token gets its own share of the credit.',
    exact: 'L = −mean min(ρ A, clip(ρ, 1 ± clipRange) A), ρ = π_new / π_old of the token',
    healthy: 'the clip fraction stays below about 20 %',
    source: 'Schulman et al. 2017 (PPO)',
  },
  {
    id: 'critic',
    label: 'Critic',
    plain:
      'What foresees, before each token, the reward still to come. It may be a model of its own, which starts as the reward model because that can already judge (its own trunk), or a head on the policy’s, which the value loss then trains too or leaves as it is (frozen).',
    source: 'Ouyang et al. 2022 (InstructGPT), app. C.4',
  },
];
