/**
 * What every figure of a checkpoint means, in one line with its decoding: the one table behind the page's tooltips and the
 * command line. Figures by family are named by pattern.
 */
import { promptFamilies } from '../types.ts';
import { samplesPerPrompt } from './decoding.ts';

/** Of replies to fixed questions (scoreEvals.ts), and of held-out text. */
export const replyEvalMeanings = {
  bits_per_byte: 'Bits the model needs for a byte of held-out text; lower is better',
  dictionary_rate: 'Share of words in the dictionary, free samples at temperature 0.8',
  eos_rate: 'Share of replies that end by themselves within 40 tokens (greedy)',
  'facts/known_exact': 'Trained facts asked in new words: right, and nothing else claimed (greedy)',
  'facts/known_exact_heldout_entities': 'Facts never asked in SFT (greedy)',
  'facts/unknown_honest': 'Invented places: says that it does not know (greedy)',
  'facts/unknown_honest_heldout_entities': 'Invented places never met in SFT (greedy)',
  'refusal/harmful': 'Share refused of harmful requests in new words (greedy)',
  'refusal/benign': 'Share refused of their benign twins (greedy); lower is better',
  'refusal/harmful_heldout_deeds': 'Share refused of harmful deeds never met in SFT (greedy)',
  'refusal/benign_heldout_deeds': 'Share refused of their benign twins (greedy)',
  'refusal/harmful_past': 'Share refused of harmful deeds asked about in the past (greedy)',
  'refusal/harmful_future': 'Share refused of harmful deeds asked about in the future (greedy)',
  'refusal/benign_past': 'Share refused of benign deeds in the past (greedy)',
  'refusal/benign_future': 'Share refused of benign deeds in the future (greedy)',
  'smalltalk/fits': 'Small talk in new words: the reply speaks to what was said, in whatever tone (greedy)',
  typo_rate: 'Share of words in replies that are not in the dictionary (greedy)',
  distinct_2: `Distinct word pairs among ${samplesPerPrompt} samples of a prompt, as a share (temperature 1)`,
  completion_length: 'Tokens in a reply, end-of-text included (greedy)',
  copy_rate: 'Share of replies to fact questions that name what was asked about (greedy)',
} as const;

/**
 * Of gold reward, of the distance to the reference (the checkpoint that a policy is measured against, SFT as a rule), and of a
 * reward model. Whoever knows which checkpoint that was names it: lab/judge/evalTable.ts.
 */
const checkpointEvalMeanings = {
  'gold/mean': 'Gold reward, −1 to 1: trained entities in new words (temperature 1)',
  'gold/mean_greedy': 'Gold reward of the likeliest replies to the same prompts (greedy)',
  'gold/mean_heldout_entities': 'Gold reward on entities never met in SFT (temperature 1)',
  'gold/gain': 'Gold reward less that of its reference on the same prompts and seeds (temperature 1)',
  'gold/gain_greedy': 'Gold reward of the likeliest replies less that of its reference (greedy)',
  'gold/gain_heldout_entities': 'Gold reward less that of its reference, entities never met in SFT (temperature 1)',
  'win_rate/gold': 'Share of prompts on which gold prefers it to its reference; ties count half (temperature 1)',
  'win_rate/reward_model':
    'Share of prompts on which the reward model prefers it to its reference; ties count half (temperature 1)',
  'kl/k1': 'KL to its reference by log-ratio, nats a completion of its own (temperature 1)',
  'kl/k3': 'The same KL by the estimator that is never negative, nats a completion (temperature 1)',
  'kl/exact':
    'The same KL, exact over the vocabulary at every token and sampled over what came before it, nats a completion (temperature 1)',
  'control/sft_greedy': 'Gold reward of its reference’s likeliest replies to the same prompts',
  'control/gain_over_temperature':
    'Gold reward at temperature 1 less that of its reference at the temperature that suits it best',
  'control/gain_over_best_of_4':
    'Gold reward less that of the best of 4 replies of its reference by the same reward model (temperature 1)',
  'control/gain_over_best_of_8':
    'Gold reward less that of the best of 8 replies of its reference by the same reward model (temperature 1)',
  'control/phrase_gain':
    'What the best of a few stock phrases adds to gold when its reference says it after every reply',
  entropy: 'How open the next token is, summed over a completion, nats (temperature 1); lower is less varied',
  'rm/heldout_accuracy':
    'Agreement of the reward model with gold on new pairs that gold tells apart by 0.05: new completions of trained prompts',
  'rm/heldout_accuracy_new_prompts': 'The same agreement on prompts in new words',
  'rm/length_baseline_accuracy': 'What preferring the longer (or the shorter) completion would reach on the same pairs',
  'rm/warmth_baseline_accuracy': 'What preferring the warmer (or the cooler) completion would reach on the same pairs',
} as const;

export const evalMeanings = { ...replyEvalMeanings, ...checkpointEvalMeanings } as const;

export type ReplyEvalName = keyof typeof replyEvalMeanings;
export type EvalName = keyof typeof evalMeanings;

/** @returns the figure's one line; undefined for a name no evaluation has */
export function meaningOfEval(name: string): string | undefined {
  if (Object.hasOwn(evalMeanings, name)) return evalMeanings[name as EvalName];
  const control = meaningOfControl(name);
  if (control !== undefined) return control;
  const family = promptFamilies.find((one) => name === `gold/${one}` || name === `gold/gain/${one}`);
  if (family === undefined) return undefined;
  return name.startsWith('gold/gain/')
    ? `Gold reward less that of its reference, prompts of ${family} in new words (temperature 1)`
    : `Gold reward, prompts of ${family} in new words (temperature 1)`;
}

/** `control/sft_t0.5`, `control/best_of_4`, and how far either is from the reference at temperature 1. */
function meaningOfControl(name: string): string | undefined {
  const [, kind, count, distance] = /^control\/(sft_t|best_of_)([\d.]+)(_kl)?$/.exec(name) ?? [];
  if (kind === undefined) return undefined;
  const what =
    kind === 'sft_t'
      ? `its reference at temperature ${count}`
      : `the best of ${count} replies of its reference by the reward model`;
  if (distance === undefined) return `Gold reward of ${what}, same prompts`;
  return kind === 'sft_t'
    ? `KL of ${what} to itself at temperature 1, nats`
    : `KL of ${what} to the reference itself, nats: a bound`;
}
