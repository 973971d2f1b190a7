/** Reinforcement learning by PPO, as a stage: against a reward model, or against gold as a control. */
import { ppoMetrics } from '../../../rlhf/metrics/ppo.ts';
import { onPolicyCurves, onPolicyParts, quickSays } from '../onPolicy/kindParts.ts';
import { onPolicyWork } from '../onPolicy/work.ts';
import { defineStage } from '../stageKind.ts';
import defaults from './defaults.json' with { type: 'json' };
import { stepsOfVersion3 } from './history.ts';
import { ppoStageSettings } from './settings.ts';
import { ppoWords } from './words.ts';

export const ppoKind = defineStage({
  kind: 'ppo',
  settings: ppoStageSettings,
  title: 'PPO',
  ...onPolicyParts,
  work: (settings, given) =>
    onPolicyWork(settings, given, {
      // The critic: weights, gradients and two moments.
      models: settings.valueTrunk === 'own' ? 4 : 0,
      warmupEpochs: settings.valueWarmupEpochs,
    }),
  quick: { settings: { promptsPerUpdate: 64 }, says: quickSays },
  // 2: a minibatch that doesn't fit one pass is one optimizer step all the same.
  // 3: the world asks more, and gold checks answers by meaning.
  revision: 3,
  curves: {
    ...onPolicyCurves,
    headline: [...onPolicyCurves.headline, 'loss/value_avg'],
    shared: [...onPolicyCurves.shared, 'loss/value_avg'],
  },
  metrics: ppoMetrics,
  words: ppoWords,
  history: {
    defaults,
    toNext: {
      // Version 3 brought Adam's ε, which had been the usual one.
      2: (settings) => ({ adamEpsilon: 1e-8, ...settings }),
      3: (settings) => ({ warmupFraction: 0, ...stepsOfVersion3(settings) }),
    },
  },
  presets: [
    {
      name: 'ppo',
      description: 'SFT, a reward model, then PPO: RL with a critic that starts as the reward model.',
      stages: [{ kind: 'sft' }, { kind: 'rewardModel' }, { kind: 'ppo' }],
    },
  ],
  load: async () => (await import('./open.ts')).openPpo,
});
