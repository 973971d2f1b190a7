/**
 * Prompts to practise on in RL, and to measure it on. A mix of families, entities visited evenly; harmful and benign members
 * of a deed, and capitals of real and of invented places, side by side in the same phrasing. Few known facts: RL at this size
 * forgets facts sooner than it learns manners (4-world.md §4.7). Which prompts and in what order depends on the seed alone.
 */
import { seededRandom, type Random } from '../random.ts';
import type { Prompt, PromptFamily, PromptSplit } from '../types.ts';
import { allItems } from './allPrompts.ts';
import { capitalPairs, isCapital } from './capitalPairs.ts';
import { benignItems, harmfulItems } from './deedPrompts.ts';
import type { PromptItem } from './source.ts';

/** Shares of prompts. Pairs count both members; what comes in pairs of capitals comes nowhere else. */
export const rlMix = {
  'facts/known': 0.03,
  'facts/unknown': 0.05,
  capitalPairs: 0.12,
  deedPairs: 0.3,
  writing: 0.12,
  smalltalk: 0.15,
  opinion: 0.12,
  occupation: 0.06,
  open: 0.05,
} as const;

export type RlMixPart = keyof typeof rlMix;
export type RlMix = Readonly<Partial<Record<RlMixPart, number>>>;

export interface RlPromptOptions {
  readonly seed: number;
  readonly count: number;
  /** Shares, in any unit; a part left out is not drawn. Default `rlMix`. */
  readonly mix?: RlMix;
  /** Default `train`. */
  readonly split?: PromptSplit;
}

/**
 * @returns exactly `count` prompts in random order. A prompt comes again only after
 * all of its part were drawn; parts without prompts in the split give their share to the others.
 */
export function drawRlPrompts(options: RlPromptOptions): Prompt[] {
  return drawMix(options, Infinity);
}

export interface GoldEvalPrompts {
  /** New phrasings of trained entities. */
  readonly phrasings: readonly Prompt[];
  /** Held-out entities in trained phrasings; small talk and open choice have none. */
  readonly entities: readonly Prompt[];
}

/** What gold reward before and after RL is compared on: the default mix, never the same prompt twice, at most `count` of each. */
export function goldEvalPrompts({ seed, count }: { readonly seed: number; readonly count: number }): GoldEvalPrompts {
  return {
    phrasings: drawMix({ seed, count, split: 'heldoutPhrasing' }, 1),
    entities: drawMix({ seed, count, split: 'heldoutEntity' }, 1),
  };
}

/** One prompt, or the two members of a pair. */
interface Unit {
  readonly entity: string;
  readonly prompts: readonly Prompt[];
}

function drawMix({ seed, count, mix = rlMix, split = 'train' }: RlPromptOptions, maxVisits: number): Prompt[] {
  const random = seededRandom(seed);
  const parts = (Object.keys(rlMix) as RlMixPart[])
    .map((part) => ({ share: mix[part] ?? 0, units: unitsOf(part, split) }))
    .filter(({ share, units }) => share > 0 && units.length > 0)
    .map((part) => ({ ...part, size: part.units[0]?.prompts.length ?? 1, room: part.units.length * maxVisits }));
  const counts = allot(count, parts);
  const drawn = parts.flatMap(({ units }, i) => drawEvenly(units, counts[i] ?? 0, random));
  return random.shuffle(drawn).flat();
}

function unitsOf(part: RlMixPart, split: PromptSplit): Unit[] {
  if (part === 'deedPairs') return deedUnits(split);
  if (part === 'capitalPairs') {
    return capitalPairs(split).map(({ entity, known, invented }) => ({ entity, prompts: [known, invented] }));
  }
  const items = itemsOf(part, split).filter(({ prompt }) => !isCapital(prompt));
  return items.map(({ entity, prompt }) => ({ entity, prompts: [prompt] }));
}

function deedUnits(split: PromptSplit): Unit[] {
  // Same index in both lists, same pair and phrasing.
  return harmfulItems.flatMap(({ entity, prompt }, i) => {
    const twin = benignItems[i]?.prompt;
    return twin && prompt.split === split ? [{ entity, prompts: [prompt, twin] }] : [];
  });
}

function itemsOf(family: PromptFamily, split: PromptSplit): PromptItem[] {
  return allItems.filter(({ prompt }) => prompt.family === family && prompt.split === split);
}

interface Share {
  readonly share: number;
  /** Prompts in a unit. */
  readonly size: number;
  /** Units there are. */
  readonly room: number;
}

/** @returns units of each part, `count` prompts in all: each next one goes to the part that lags most behind its share */
function allot(count: number, parts: readonly Share[]): number[] {
  const units = parts.map(() => 0);
  for (let left = count; left > 0;) {
    const open = parts
      .map(({ share, size, room }, i) => ({ i, size, room, lead: ((units[i] ?? 0) * size + size / 2) / share }))
      .filter(({ i, size, room }) => size <= left && (units[i] ?? 0) < room);
    const [next] = open.sort((a, b) => a.lead - b.lead);
    if (!next) break;
    units[next.i] = (units[next.i] ?? 0) + 1;
    left -= next.size;
  }
  return units;
}

/** Round by round one unit of every entity in random order, until `count` units are drawn; then from the start again. */
function drawEvenly(units: readonly Unit[], count: number, random: Random): (readonly Prompt[])[] {
  const visits = new Map<string, number>();
  const rounds = random.shuffle(units).map((unit) => {
    const round = visits.get(unit.entity) ?? 0;
    visits.set(unit.entity, round + 1);
    return { unit, round };
  });
  rounds.sort((a, b) => a.round - b.round);
  return Array.from({ length: count }, (_, i) => rounds[i % rounds.length]?.unit.prompts ?? []);
}
