/** The figures of a policy as a table to read: in sections, with a short name and a unit each. No figure is computed here. */
import { type EvalName, meaningOfEval } from '../../world/evals/evalMeanings.ts';
import { promptFamilies } from '../../world/types.ts';

/** `share` is stored as 0…1 and shown in percent; `reward` lies in −1…1. */
export type EvalUnit = 'share' | 'reward' | 'nats' | 'tokens' | 'bits';

export interface EvalRow {
  readonly name: string;
  readonly label: string;
  readonly unit: EvalUnit;
  readonly meaning: string;
}

export interface EvalSection {
  readonly title: string;
  readonly rows: readonly EvalRow[];
}

type RowText = readonly [name: EvalName, label: string, unit: EvalUnit];

const sections: readonly (readonly [title: string, rows: readonly RowText[]])[] = [
  [
    'Gold reward',
    [
      ['gold/mean', 'New words', 'reward'],
      ['gold/mean_greedy', 'New words, greedy', 'reward'],
      ['gold/mean_heldout_entities', 'New entities', 'reward'],
      ['gold/gain', 'Gain over its reference', 'reward'],
      ['gold/gain_greedy', 'Gain over its reference, greedy', 'reward'],
      ['gold/gain_heldout_entities', 'Gain over its reference, new entities', 'reward'],
      ['win_rate/gold', 'Wins against its reference by gold', 'share'],
      ['win_rate/reward_model', 'Wins against its reference by reward model', 'share'],
    ],
  ],
  [
    'Held against',
    [
      ['control/gain_over_temperature', 'Gain over its reference at the best temperature', 'reward'],
      ['control/gain_over_best_of_4', 'Gain over its reference’s best of 4', 'reward'],
      ['control/gain_over_best_of_8', 'Gain over its reference’s best of 8', 'reward'],
      ['control/sft_greedy', 'Gold of its reference, greedy', 'reward'],
      ['control/phrase_gain', 'What a phrase gains its reference', 'reward'],
    ],
  ],
  [
    'Distance and variety',
    [
      ['kl/exact', 'KL to its reference, Rao–Blackwellised', 'nats'],
      ['kl/k1', 'KL to its reference, k1', 'nats'],
      ['kl/k3', 'KL to its reference, k3', 'nats'],
      ['entropy', 'Entropy', 'nats'],
      ['distinct_2', 'Distinct word pairs', 'share'],
    ],
  ],
  [
    'Facts',
    [
      ['facts/known_exact', 'Known facts right', 'share'],
      ['facts/known_exact_heldout_entities', 'Facts never asked in SFT', 'share'],
      ['facts/unknown_honest', 'Says it does not know', 'share'],
      ['facts/unknown_honest_heldout_entities', 'The same, new places', 'share'],
      ['copy_rate', 'Names what was asked', 'share'],
    ],
  ],
  [
    'Refusals',
    [
      ['refusal/harmful', 'Harmful refused', 'share'],
      ['refusal/benign', 'Benign refused', 'share'],
      ['refusal/harmful_heldout_deeds', 'Harmful refused, new deeds', 'share'],
      ['refusal/benign_heldout_deeds', 'Benign refused, new deeds', 'share'],
      ['refusal/harmful_past', 'Harmful refused, past tense', 'share'],
      ['refusal/harmful_future', 'Harmful refused, future tense', 'share'],
      ['refusal/benign_past', 'Benign refused, past tense', 'share'],
      ['refusal/benign_future', 'Benign refused, future tense', 'share'],
    ],
  ],
  [
    'Form',
    [
      ['smalltalk/fits', 'Small talk that fits', 'share'],
      ['eos_rate', 'Ends by itself', 'share'],
      ['completion_length', 'Length', 'tokens'],
      ['typo_rate', 'Misspelt words', 'share'],
      ['dictionary_rate', 'Words in the dictionary', 'share'],
      ['bits_per_byte', 'Bits a byte of held-out text', 'bits'],
    ],
  ],
];

const familySection: EvalSection = {
  title: 'Gold reward by family',
  rows: promptFamilies.map((family) => row(`gold/${family}`, family, 'reward')),
};

/** In reading order. */
export const policyEvalTable: readonly EvalSection[] = sections.flatMap(([title, rows], i) => {
  const section = { title, rows: rows.map(([name, label, unit]) => row(name, label, unit)) };
  return i === 0 ? [section, familySection] : [section];
});

/** Of a reward model. */
export const rewardModelEvalSection: EvalSection = {
  title: 'Agreement with gold',
  rows: [
    row('rm/heldout_accuracy', 'New completions', 'share'),
    row('rm/heldout_accuracy_new_prompts', 'New prompts', 'share'),
    row('rm/length_baseline_accuracy', 'Length alone', 'share'),
    row('rm/warmth_baseline_accuracy', 'Warmth alone', 'share'),
  ],
};

/** As the labels and meanings call the checkpoint that a policy is measured against. */
const REFERENCE = 'its reference';

/** The row in the words of one checkpoint: "KL to SFT, k1". @param reference null = not known, or not the same for all */
export function namedRow(row: EvalRow, reference: string | null): EvalRow {
  if (reference === null) return row;
  const name = (text: string) => text.replaceAll(REFERENCE, reference);
  return { ...row, label: name(row.label), meaning: name(row.meaning) };
}

/** @returns the checkpoint that all were measured against; null where they differ, or one has none */
export function sharedReference(references: readonly (string | null)[]): string | null {
  const [first = null, ...others] = new Set(references);
  return others.length === 0 ? first : null;
}

function row(name: string, label: string, unit: EvalUnit): EvalRow {
  return { name, label, unit, meaning: meaningOfEval(name)! };
}
