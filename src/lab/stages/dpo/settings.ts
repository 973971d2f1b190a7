/** What a DPO stage can be told: its recipe’s settings and where its preferences come from. */
import { z } from 'zod';
import { whole } from '../../../rlhf/fields.ts';
import { dpoSettings } from '../../../rlhf/dpoSettings.ts';
import { preferenceSettings } from '../preferenceSettings.ts';

const { pairs, pairTemperature, crossedPrompts } = preferenceSettings.shape;
/** What DPO was tuned with (docs/verification.md); it has not been measured with more. */
const fewerPairs = {
  pairs: pairs.default(2200),
  pairTemperature: pairTemperature.default(1.25),
  crossedPrompts: crossedPrompts.default(0),
};

export const dpoStageSettings = z.strictObject({
  ...preferenceSettings.shape,
  ...fewerPairs,
  ...dpoSettings.shape,
  /** Passes over the visitor's own labels, after all others. */
  ownLabelEpochs: whole(0, 100).default(10),
});

export type DpoStageSettings = z.output<typeof dpoStageSettings>;
