/** Reinforcement learning by PPO, as a stage: against a reward model, or against gold as a control. */
import { ppoMetrics } from '../../../rlhf/metrics/ppo.ts';
import { defineStage, ONE_POLICY } from '../stageKind.ts';
import { ppoWords } from './words.ts';
import defaults from './defaults.json' with { type: 'json' };
import { ppoStageSettings } from './settings.ts';
import { stepsOfVersion3 } from './history.ts';

export const ppoKind = defineStage({
  kind: 'ppo',
  settings: ppoStageSettings,
  title: 'RL',
  unit: 'update',
  makes: 'policy',
  isReference: false,
  isSeeded: true,
  // 2: a minibatch that doesn't fit one pass is one optimizer step all the same.
  revision: 2,
  needsCheckTools: true,
  opensWithStep: false,
  size: { setting: 'updates', of: 'update' },
  plannedSteps: ({ updates }) => updates,
  reads: ({ reward }) =>
    reward === 'gold'
      ? { ...ONE_POLICY, document: ['prompts', 'spec'] }
      : { ...ONE_POLICY, rewardModel: true, document: ['prompts'] },
  live: ['klCoef', 'clipRange', 'learningRate', 'temperature'],
  curves: {
    headline: ['eval/gold', 'loss/policy_avg', 'loss/value_avg'],
    spark: ['objective/gold', 'objective/scores'],
    shared: [
      'objective/scores',
      'objective/gold',
      'eval/scores',
      'eval/gold',
      'objective/kl',
      'objective/entropy',
      'completions/mean_length',
      'loss/value_avg',
      'policy/clipfrac_avg',
    ],
  },
  metrics: ppoMetrics,
  words: ppoWords,
  history: {
    defaults,
    toNext: {
      // Version 3 brought Adam's ε, which had been the usual one.
      2: (settings) => ({ adamEpsilon: 1e-8, ...settings }),
      3: stepsOfVersion3,
    },
  },
  presets: [],
  load: async () => (await import('./open.ts')).openPpo,
});
