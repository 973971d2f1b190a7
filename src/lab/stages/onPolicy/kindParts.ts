/** What the rows of all kinds of on-policy RL have in common. */
import { ONE_POLICY, type StageReads } from '../stageKind.ts';
import type { OnPolicyStageSettings } from './settings.ts';

export const onPolicyParts = {
  unit: 'update',
  makes: 'policy',
  isReference: false,
  isSeeded: true,
  needsCheckTools: true,
  opensWithStep: false,
  size: { setting: 'updates', of: 'update' },
  plannedSteps: ({ updates }: OnPolicyStageSettings) => updates,
  reads: ({ reward }: OnPolicyStageSettings): StageReads =>
    reward === 'gold'
      ? { ...ONE_POLICY, document: ['prompts', 'spec'] }
      : { ...ONE_POLICY, rewardModel: true, document: ['prompts'] },
  live: ['klCoef', 'clipRange', 'learningRate', 'temperature'],
} as const;

/** Of a quick size: what gold gains grows with the samples of an update (9-world2.md). */
export const quickSays = 'A quarter of the completions an update. Weaker: it gains less, and its curves are noisier.';

/** Worth a place beside a progress bar, as a small curve, in a link: see StageCurves. */
export const onPolicyCurves = {
  headline: ['eval/gold', 'loss/policy_avg'],
  spark: ['objective/gold', 'objective/scores'],
  shared: [
    'objective/scores',
    'objective/gold',
    'eval/scores',
    'eval/gold',
    'objective/kl',
    'objective/entropy',
    'completions/mean_length',
    'policy/clipfrac_avg',
  ],
} as const;
