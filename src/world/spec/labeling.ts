/**
 * How a simulated labeler judges a pair: reads the spec in its own way, then chooses by Bradley and Terry's model,
 *   P(a ≻ b) = σ((r_a − r_b) / noise)      (Bradley & Terry 1952)
 * with r the reward it perceives. Nothing here is known to the policy or the reward model.
 */
import exp from '@stdlib/math-base-special-exp';
import { InvalidInputError } from '../../errors.ts';
import type { Random } from '../random.ts';
import { judge } from './gold.ts';
import { labelers } from './labelers.ts';
import { leanOf } from './opinions.ts';
import { rules } from './rules.ts';
import { toPreference } from './preference.ts';
import type { CandidatePair, CheckTools, Labeler, LabelerId, Preference, Spec } from './types.ts';

/** @returns the reward of reply `which` as this labeler sees it: the spec by its attention, plus its biases */
export function perceivedReward(
  labeler: Labeler,
  spec: Spec,
  pair: CandidatePair,
  which: 'a' | 'b',
  tools: CheckTools,
): number {
  const { prompt } = pair;
  // Who doesn't look whether a reply ends takes it as it stands.
  const reply = labeler.attention.stops === 0 ? { ...pair[which], stopped: true } : pair[which];
  const knows = labeler.coverage === 'all' || labeler.coverage.includes(prompt.family);
  // Of a prompt of unknown make nobody knows what a right answer is: form is all there is to see.
  const isCovered = knows && spec.some(({ rule }) => rules[rule].layer === 'content' && rules[rule].appliesTo(prompt));
  const seen = spec
    // Form anyone who can read can judge; content needs to know or understand what the prompt is about.
    .filter(({ rule }) => isCovered || rules[rule].layer === 'form')
    .map((line) => ({ ...line, weight: line.weight * (labeler.attention[line.rule] ?? 1) }));
  const { perToken, opinionSkew } = labeler.biases;
  const lean = opinionSkew === 0 ? 0 : opinionSkew * leanOf(prompt, reply.text);
  return judge(seen, prompt, reply, tools).total + perToken * reply.tokens + lean;
}

export interface LabelOptions {
  readonly tools: CheckTools;
  readonly random: Random;
}

/**
 * @returns the labeler's choice; a tie for replies with the same text or a difference below `tieBelow`. `margin` is the
 * difference it perceived, left out for ties. Simulated labelers never call both bad.
 * @throws InvalidInputError for `you`: a visitor's labels come from the visitor
 */
export function labelPair(
  labeler: Labeler,
  spec: Spec,
  pair: CandidatePair,
  { tools, random }: LabelOptions,
): Preference {
  if (labeler.id === 'you') {
    throw new InvalidInputError(
      '“you” was asked to label a pair, but only simulated labelers can: choose another labeler',
    );
  }
  if (pair.a.text === pair.b.text) return toPreference(pair, 'tie', labeler.id);
  const difference =
    perceivedReward(labeler, spec, pair, 'a', tools) - perceivedReward(labeler, spec, pair, 'b', tools);
  if (Math.abs(difference) < labeler.tieBelow) return toPreference(pair, 'tie', labeler.id);
  const choice = random.next() < chanceOfFirst(difference, labeler.noise) ? 'a' : 'b';
  return toPreference(pair, choice, labeler.id, Math.abs(difference));
}

/**
 * σ(difference / noise); without noise 1, 0, or ½ for no difference. It decides labels, so its exp is one that gives the
 * same bits everywhere.
 */
export function chanceOfFirst(difference: number, noise: number): number {
  if (noise === 0) return (Math.sign(difference) + 1) / 2;
  return 1 / (1 + exp(-difference / noise));
}

export type LabelerShares = Readonly<Partial<Record<LabelerId, number>>>;

export interface LabelerMix {
  /** Who labels which pair, in random order. */
  readonly labelers: readonly Labeler[];
  readonly counts: Readonly<Partial<Record<LabelerId, number>>>;
  readonly cents: number;
  readonly seconds: number;
}

/**
 * Shares out `count` labels, by largest remainder.
 * @param shares in any unit, at least one above 0
 * @throws InvalidInputError when no share is above 0
 */
export function mixLabelers(shares: LabelerShares, count: number, random: Random): LabelerMix {
  const parts = Object.values(labelers)
    .map((labeler) => ({ labeler, share: Math.max(0, shares[labeler.id] ?? 0) }))
    .filter(({ share }) => share > 0);
  const total = parts.reduce((sum, { share }) => sum + share, 0);
  if (total === 0) throw new InvalidInputError('no labeler has a share of the labels: give at least one more than 0');
  const quotas = parts.map(({ labeler, share }) => ({ labeler, quota: (count * share) / total }));
  const left = count - quotas.reduce((sum, { quota }) => sum + Math.floor(quota), 0);
  const byRemainder = [...quotas].sort((a, b) => (b.quota % 1) - (a.quota % 1));
  const chosen = byRemainder.flatMap(({ labeler, quota }, i) =>
    Array.from({ length: Math.floor(quota) + (i < left ? 1 : 0) }, () => labeler),
  );
  const sum = (value: (labeler: Labeler) => number) => chosen.reduce((all, labeler) => all + value(labeler), 0);
  const counts: Partial<Record<LabelerId, number>> = {};
  for (const { id } of chosen) counts[id] = (counts[id] ?? 0) + 1;
  return {
    labelers: random.shuffle(chosen),
    counts,
    cents: sum(({ pricePerLabel }) => pricePerLabel),
    seconds: sum(({ secondsPerLabel }) => secondsPerLabel),
  };
}
