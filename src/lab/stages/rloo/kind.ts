/** Reinforcement learning by RLOO, as a stage: against a reward model, or against gold as a control. */
import { rlooMetrics } from '../../../rlhf/metrics/rloo.ts';
import { onPolicyCurves, onPolicyParts, quickSays } from '../onPolicy/kindParts.ts';
import { onPolicyWork } from '../onPolicy/work.ts';
import { defineStage } from '../stageKind.ts';
import defaults from './defaults.json' with { type: 'json' };
import { rlooStageSettings } from './settings.ts';
import { rlooWords } from './words.ts';

export const rlooKind = defineStage({
  kind: 'rloo',
  settings: rlooStageSettings,
  title: 'RLOO',
  ...onPolicyParts,
  work: onPolicyWork,
  quick: { settings: { promptsPerUpdate: 16 }, says: quickSays },
  revision: 1,
  curves: onPolicyCurves,
  metrics: rlooMetrics,
  words: rlooWords,
  history: { defaults, toNext: {} },
  presets: [],
  load: async () => (await import('./open.ts')).openRloo,
});
