/** The world's part of the experiment document: the spec, the visitor's labels and the visitor's own data. */
import { z } from 'zod';
import { defaultSpec } from '../../world/spec/gold.ts';
import { rules } from '../../world/spec/rules.ts';
import { type RuleId, labelerIds } from '../../world/spec/types.ts';
import { promptFamilies } from '../../world/types.ts';
import { anyText, oneOf, text, within, yesNo } from '../../rlhf/fields.ts';

const ruleIds = Object.keys(rules) as RuleId[];

/** Rules by rank; a rule that is left out is off. */
export const specSchema = z
  .array(z.strictObject({ rule: oneOf(ruleIds), weight: within(0, 100).default(1), isOn: yesNo().default(true) }), {
    error: 'must be a list of rules',
  })
  .refine((lines) => new Set(lines.map(({ rule }) => rule)).size === lines.length, 'must name every rule once at most')
  .default(() => defaultSpec.map((line) => ({ ...line })));

/** The longest text of a row: some 500 tokens. */
const LONGEST = 2000;

export const preferenceSchema = z.strictObject({
  id: text(200),
  prompt: text(LONGEST),
  chosen: anyText(LONGEST),
  rejected: anyText(LONGEST),
  chosenStopped: yesNo().optional(),
  rejectedStopped: yesNo().optional(),
  tie: yesNo().optional(),
  bothBad: yesNo().optional(),
  margin: within(0, 1e6).optional(),
  labeler: oneOf(labelerIds),
  edited: yesNo().optional(),
  family: oneOf(promptFamilies).optional(),
});

/** The visitor's own labels on pairs of the policy. */
export const labelsSchema = z.array(preferenceSchema).max(5000, 'must hold at most 5,000 labels').default([]);

/** Own data, each kind in place of the world's where there is any. */
export const dataSchema = z
  .strictObject({
    /** For SFT: what the user says (or a whole prompt), and the reply. */
    demonstrations: z
      .array(z.strictObject({ prompt: text(LONGEST), completion: text(LONGEST) }))
      .max(20_000)
      .default([]),
    /** For the reward model. */
    preferences: z.array(preferenceSchema).max(20_000).default([]),
    /** For drawing pairs and for RL. */
    prompts: z.array(text(LONGEST)).max(20_000).default([]),
  })
  .prefault({});

/** What stages read of an experiment beyond their own settings. */
export interface StageDocument {
  readonly spec: z.output<typeof specSchema>;
  readonly labels: z.output<typeof labelsSchema>;
  readonly data: z.output<typeof dataSchema>;
}
