/** What RLOO can be told: what every on-policy algorithm can. */
import { z } from 'zod';
import { whole } from './fields.ts';
import { onPolicyFields } from './onPolicySettings.ts';

export const rlooSettings = z.strictObject({
  ...onPolicyFields,
  promptsPerUpdate: whole(1, 1024).default(64),
  /** G. With more of them the baseline is better; with more prompts, the update. */
  completionsPerPrompt: whole(2, 64).default(4),
});

export type RlooSettings = z.output<typeof rlooSettings>;
