/** What a reward-model stage can be told: its recipe’s settings and where its preferences come from. */
import { z } from 'zod';
import { whole } from '../../../rlhf/fields.ts';
import { rewardModelSettings } from '../../../rlhf/rewardModelSettings.ts';
import { preferenceSettings } from '../preferenceSettings.ts';

export const rewardModelStageSettings = z.strictObject({
  ...preferenceSettings.shape,
  ...rewardModelSettings.shape,
  /** Passes over the visitor's own labels, after all others: at 10, twenty labels overturn a habit; at 6 they do not. */
  ownLabelEpochs: whole(0, 100).default(10),
});

export type RewardModelStageSettings = z.output<typeof rewardModelStageSettings>;
