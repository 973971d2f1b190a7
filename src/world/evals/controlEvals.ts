/**
 * The cheapest ways to reach what RL reaches: draw several replies and keep the one the reward model likes, draw less boldly,
 * say a stock phrase after everything. What RL gains is read beside what these gain. Pure: draws and scores come from
 * lab/judge/controls.ts.
 */
import { type EvalValue, meanOf } from './statistics.ts';

/** Replies of a prompt that the best is kept of, smallest first. */
export const bestOfCounts = [4, 8] as const;

/** At which the reference is drawn besides 1 and greedily. */
export const controlTemperatures = [0.3, 0.5, 0.7] as const;

/** Stock sentences said after every reply of the reference: courtesies, and two that are an answer to some questions only. */
export const controlPhrases = [
  ' Have a nice day!',
  ' I am glad you asked.',
  ' I hope that helps.',
  ' Thank you for asking!',
  ' Take care!',
  ' You are welcome.',
  ' What do you think?',
  ' I do not know.',
  ' It depends on you.',
  ' That is a good question.',
] as const;

/** Draws of one prompt by the reference, with what the reward model and gold say of each. */
export interface JudgedDraws {
  readonly scores: readonly number[];
  readonly golds: readonly number[];
}

/** Gold of the draw with the highest score among n; where there are more draws, the mean over as many groups of n as there are. */
export function goldOfBest({ scores, golds }: JudgedDraws, n: number): number {
  const groups = Math.floor(scores.length / n);
  let total = 0;
  for (let group = 0; group < groups; group++) {
    let best = group * n;
    for (let i = best + 1; i < (group + 1) * n; i++) if (scores[i]! > scores[best]!) best = i;
    total += golds[best]!;
  }
  return total / groups;
}

/** One value a prompt each, all in the same order. */
export interface ControlGolds {
  /** The policy that is judged, at temperature 1. */
  readonly own: readonly number[];
  readonly reference: readonly number[];
  /** By what the control is called in the names below: `sft_greedy`, `sft_t0.5`, `best_of_4`. */
  readonly controls: Readonly<Record<string, readonly number[]>>;
  /** The reference's replies with a phrase after each: one list a phrase. */
  readonly phrases: readonly (readonly number[])[];
}

/**
 * `control/<name>`: mean gold. `control/gain_over_temperature`, `control/gain_over_best_of_<n>`: how far the policy lies
 * above SFT at its best temperature and above the best of n, prompt by prompt. `control/phrase_gain`: what the best phrase
 * adds to the reference.
 */
export function scoreControls({ own, reference, controls, phrases }: ControlGolds): Record<string, EvalValue> {
  const names = Object.keys(controls);
  const means = Object.fromEntries(names.map((name) => [`control/${name}`, meanOf(controls[name]!)]));
  const over = (name: string) => meanOf(own.map((gold, i) => gold - controls[name]![i]!));
  const meanOfControl = (name: string) => means[`control/${name}`]!.value;
  const [bestTemperature] = names
    .filter((name) => name.startsWith('sft_'))
    .sort((a, b) => meanOfControl(b) - meanOfControl(a));
  const [phraseGain] = phrases
    .map((golds) => meanOf(golds.map((gold, i) => gold - reference[i]!)))
    .sort((a, b) => b.value - a.value);
  return {
    ...means,
    ...(bestTemperature === undefined ? {} : { 'control/gain_over_temperature': over(bestTemperature) }),
    ...Object.fromEntries(
      names.flatMap((name) => (name.startsWith('best_of_') ? [[`control/gain_over_${name}`, over(name)]] : [])),
    ),
    ...(phraseGain ? { 'control/phrase_gain': phraseGain } : {}),
  };
}
