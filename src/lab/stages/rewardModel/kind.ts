/** A reward model, as a stage: pairs drawn from the policy, judged by labelers, and a model of what they prefer. */
import { rewardModelMetrics } from '../../../rlhf/metrics/rewardModel.ts';
import { preferenceWork } from '../preferenceWork.ts';
import { defineStage, ONE_POLICY } from '../stageKind.ts';
import { rewardModelWords } from './words.ts';
import defaults from './defaults.json' with { type: 'json' };
import { rewardModelStageSettings } from './settings.ts';

export const rewardModelKind = defineStage({
  kind: 'rewardModel',
  settings: rewardModelStageSettings,
  title: 'Reward model',
  unit: 'step',
  makes: 'rewardModel',
  isReference: false,
  isSeeded: true,
  // 2: gold, which labelers read, checks answers by meaning.
  revision: 2,
  needsCheckTools: true,
  opensWithStep: false,
  size: { setting: 'pairs', of: 'pair' },
  plannedSteps: () => 0,
  work: preferenceWork,
  reads: () => ({ ...ONE_POLICY, document: ['spec', 'labels', 'preferences', 'prompts'] }),
  live: [],
  curves: {
    headline: ['loss', 'eval/accuracy', 'eval/loss'],
    spark: ['loss'],
    shared: ['loss', 'eval/loss', 'accuracy', 'eval/accuracy', 'margin'],
  },
  metrics: rewardModelMetrics,
  words: rewardModelWords,
  history: {
    defaults,
    toNext: {
      // Version 2 brought the exchange of completions between twins, which hadn't been done before.
      1: (settings) => ({ crossedTwins: 0, ...settings }),
      // Version 4 brought that between any prompts of a family.
      3: (settings) => ({ crossedPrompts: 0, ...settings }),
    },
  },
  presets: [],
  load: async () => (await import('./open.ts')).openRewardModel,
});
