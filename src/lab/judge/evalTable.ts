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
      ['gold/gain', 'Gain over SFT', 'reward'],
      ['gold/gain_greedy', 'Gain over SFT, greedy', 'reward'],
      ['gold/gain_heldout_entities', 'Gain over SFT, new entities', 'reward'],
      ['win_rate/gold', 'Wins against SFT by gold', 'share'],
      ['win_rate/reward_model', 'Wins against SFT by reward model', 'share'],
    ],
  ],
  [
    'Held against',
    [
      ['control/gain_over_temperature', 'Gain over SFT at its best temperature', 'reward'],
      ['control/gain_over_best_of_4', 'Gain over SFT’s best of 4', 'reward'],
      ['control/gain_over_best_of_8', 'Gain over SFT’s best of 8', 'reward'],
      ['control/sft_greedy', 'SFT, greedy', 'reward'],
      ['control/phrase_gain', 'What a phrase gains SFT', 'reward'],
    ],
  ],
  [
    'Distance and variety',
    [
      ['kl/exact', 'KL to SFT, Rao–Blackwellised', 'nats'],
      ['kl/k1', 'KL to SFT, k1', 'nats'],
      ['kl/k3', 'KL to SFT, k3', 'nats'],
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
  ],
};

function row(name: string, label: string, unit: EvalUnit): EvalRow {
  return { name, label, unit, meaning: meaningOfEval(name)! };
}
