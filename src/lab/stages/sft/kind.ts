/** Supervised fine-tuning, as a stage: demonstrations, the world's or the visitor's own. */
import { sftMetrics } from '../../../rlhf/metrics/sft.ts';
import { defineStage, ONE_POLICY } from '../stageKind.ts';
import { sftWords } from './words.ts';
import defaults from './defaults.json' with { type: 'json' };
import { sftStageSettings } from './settings.ts';
import { sftWork } from './work.ts';

const quick = {
  settings: { steps: 140, learningRate: 2e-3, evalEvery: 20, heldoutPairs: 160 },
  says: 'A quarter of the steps. Weaker: expect more wrong facts and missed refusals.',
};

export const sftKind = defineStage({
  kind: 'sft',
  settings: sftStageSettings,
  title: 'SFT',
  unit: 'step',
  makes: 'policy',
  isReference: true,
  isSeeded: true,
  // 2: the world's demonstrations come from a mixed crowd, and batches hold pre-training text.
  revision: 2,
  needsCheckTools: false,
  opensWithStep: true,
  size: { setting: 'steps', of: 'step' },
  quick,
  plannedSteps: ({ steps }) => steps,
  work: sftWork,
  reads: () => ({ ...ONE_POLICY, document: ['demonstrations'] }),
  live: [],
  curves: {
    headline: ['loss', 'eval/loss'],
    spark: ['loss'],
    shared: ['loss', 'eval/loss', 'mean_token_accuracy', 'grad_norm'],
  },
  metrics: sftMetrics,
  words: sftWords,
  history: {
    defaults,
    // Version 4 brought documents of the pre-training text.
    toNext: { 3: (settings) => ({ pretrainingShare: 0, pretrainingCoef: 0.1, ...settings }) },
  },
  presets: [
    {
      name: 'sft',
      description: 'Supervised fine-tuning with the default settings.',
      stages: [{ kind: 'sft' }],
    },
    {
      name: 'sft-quick',
      aliases: ['quick'],
      description: quick.says,
      stages: [{ kind: 'sft', ...quick.settings }],
    },
  ],
  load: async () => (await import('./open.ts')).openSft,
});
