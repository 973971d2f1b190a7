/** Figures of gold reward: means, by family, and paired differences to another checkpoint on the same prompts. Pure. */
import { type PromptFamily, promptFamilies } from '../types.ts';
import type { GoldGroup } from './goldPlan.ts';
import { type EvalValue, meanOf, type PerPrompt } from './statistics.ts';

/** Gold reward of each reply: golds[g][c·n + i] is of copy c to groups[g].prompts[i], n prompts in all. */
export type GoldScores = readonly (readonly number[])[];

/** `gold/mean`, `gold/mean_greedy`, `gold/mean_heldout_entities`, `gold/<family>`: by prompt. */
export function goldByPrompt(groups: readonly GoldGroup[], golds: GoldScores): PerPrompt {
  return {
    'gold/mean': pick(groups, golds, 'phrasings'),
    'gold/mean_greedy': pick(groups, golds, 'phrasingsGreedy'),
    'gold/mean_heldout_entities': pick(groups, golds, 'entities'),
    ...byFamily('gold', groups, golds),
  };
}

/**
 * `gold/gain`, `gold/gain_greedy`, `gold/gain_heldout_entities`, `gold/gain/<family>`, `win_rate/gold`: differences to the
 * reference, by prompt.
 */
export function gainsByPrompt(groups: readonly GoldGroup[], golds: GoldScores, reference: GoldScores): PerPrompt {
  const gains = golds.map((own, g) => own.map((gold, i) => gold - reference[g]![i]!));
  return {
    'gold/gain': pick(groups, gains, 'phrasings'),
    'gold/gain_greedy': pick(groups, gains, 'phrasingsGreedy'),
    'gold/gain_heldout_entities': pick(groups, gains, 'entities'),
    ...byFamily('gold/gain', groups, gains),
    'win_rate/gold': pick(
      groups,
      gains.map((group) => group.map(agreement)),
      'phrasings',
    ),
  };
}

/** Rewards closer than this are a tie: sums of the same rules in float64. */
const TIE = 1e-9;

/** How many of several comparisons were won, tied and lost. */
export interface Outcomes {
  readonly won: number;
  readonly tied: number;
  readonly lost: number;
}

export function outcomesOf(mine: readonly number[], theirs: readonly number[]): Outcomes {
  const agreements = mine.map((value, i) => agreement(value - theirs[i]!));
  const count = (wanted: number) => agreements.filter((one) => one === wanted).length;
  return { won: count(1), tied: count(0.5), lost: count(0) };
}

/** Share of places where `mine` is larger, ties half; the standard error is that of the mean of 1, ½ and 0. */
export function winRate(mine: readonly number[], theirs: readonly number[]): EvalValue {
  return meanOf(mine.map((value, i) => agreement(value - theirs[i]!)));
}

/** 1 for a difference above 0, 0 below, ½ for none. */
export function agreement(difference: number): number {
  if (Math.abs(difference) <= TIE) return 0.5;
  return difference > 0 ? 1 : 0;
}

function byFamily(prefix: string, groups: readonly GoldGroup[], values: GoldScores): PerPrompt {
  const { prompts } = groups.find(({ name }) => name === 'phrasings')!;
  const own = pick(groups, values, 'phrasings');
  const of = (family: PromptFamily) => own.filter((_, i) => prompts[i]!.family === family);
  const asked = promptFamilies.filter((family) => of(family).length > 0);
  return Object.fromEntries(asked.map((family) => [`${prefix}/${family}`, of(family)]));
}

/** One value a prompt: the mean over its copies. */
function pick(groups: readonly GoldGroup[], values: GoldScores, name: GoldGroup['name']): readonly number[] {
  const at = groups.findIndex((group) => group.name === name);
  const { prompts, copies } = groups[at]!;
  const ofCopy = (copy: number, i: number) => values[at]![copy * prompts.length + i]!;
  return prompts.map((_, i) => Array.from({ length: copies }, (_, copy) => ofCopy(copy, i)).reduce(add) / copies);
}

const add = (a: number, b: number) => a + b;
