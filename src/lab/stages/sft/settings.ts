/** What an SFT stage can be told: its recipe’s settings and how its data are taken. */
import { z } from 'zod';
import { whole } from '../../../rlhf/fields.ts';
import { sftSettings } from '../../../rlhf/sftSettings.ts';

export const sftStageSettings = z.strictObject({
  ...sftSettings.shape,
  /** Examples the held-out loss is measured on: fewer is faster and noisier. */
  heldoutPairs: whole(16, 2000).default(160),
});

export type SftStageSettings = z.output<typeof sftStageSettings>;
