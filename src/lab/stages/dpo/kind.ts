/** Direct preference optimization, as a stage: pairs drawn from the policy and judged by labelers, and the policy itself. */
import { dpoMetrics } from '../../../rlhf/metrics/dpo.ts';
import { preferenceWork } from '../preferenceWork.ts';
import { defineStage, ONE_POLICY } from '../stageKind.ts';
import defaults from './defaults.json' with { type: 'json' };
import { dpoStageSettings } from './settings.ts';
import { dpoWords } from './words.ts';

export const dpoKind = defineStage({
  kind: 'dpo',
  settings: dpoStageSettings,
  title: 'DPO',
  unit: 'step',
  makes: 'policy',
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
    headline: ['loss', 'rewards/margins', 'eval/rewards/accuracies'],
    spark: ['rewards/margins'],
    shared: [
      'loss',
      'eval/loss',
      'rewards/chosen',
      'rewards/rejected',
      'rewards/accuracies',
      'eval/rewards/accuracies',
      'logps/chosen',
      'logps/rejected',
    ],
  },
  metrics: dpoMetrics,
  words: dpoWords,
  history: { defaults, toNext: {} },
  presets: [
    {
      name: 'dpo',
      description: 'SFT, then direct preference optimization: pairs and no reward model.',
      stages: [{ kind: 'sft' }, { kind: 'dpo' }],
    },
  ],
  load: async () => (await import('./open.ts')).openDpo,
});
