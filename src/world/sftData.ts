/**
 * Supervised pairs: a fixed mix of families, each visiting its entities evenly, harmful and benign deeds always together
 * ("clean paired data"). Only trained entities in trained phrasings; the held-out pairs ask the same entities in phrasings
 * the training pairs never use. Which pairs and in what order depends on the seed alone.
 */
import { allItems } from './prompts/allPrompts.ts';
import { benignItems, benignPastItems, harmfulItems } from './prompts/deedPrompts.ts';
import { factItems } from './prompts/factPrompts.ts';
import { demonstrateAsCrowd } from './prompts/crowd.ts';
import type { PromptItem } from './prompts/source.ts';
import { seededRandom, type Random } from './random.ts';
import type { Tokenizer } from './tokenizer.ts';
import type { PromptFamily, PromptSplit, SftPair } from './types.ts';

export interface SftDataOptions {
  readonly seed: number;
  /** Number of pairs. Default 14,000, which 560 packed steps see about twice. */
  readonly size?: number;
}

/** Shares of the mix; they sum to 1. Deed families count harmful and benign members alike. */
export const sftMix = {
  'facts/known': 0.15,
  'facts/unknown': 0.08,
  deedPairs: 0.2,
  'refusal/benign, past': 0.02,
  writing: 0.04,
  smalltalk: 0.39,
  opinion: 0.03,
  occupation: 0.03,
  open: 0.06,
} as const;

/** @returns distinct training pairs in random order; fewer than `size` only where a family has no more distinct pairs */
export function buildSftPairs(options: SftDataOptions): SftPair[] {
  return buildPairs('train', options.size ?? 14_000, seededRandom(options.seed));
}

/** @returns pairs for the held-out loss: trained entities, held-out phrasings, the same mix */
export function buildHeldoutPairs(options: SftDataOptions): SftPair[] {
  // Another stream than the training pairs of the same seed.
  return buildPairs('heldoutPhrasing', options.size ?? 320, seededRandom(options.seed ^ 0x5eed));
}

/** The recipe's `TokenizedExample`. Completion ids start with the space after `Assistant:` and end with the end-of-text token. */
export function tokenizeExample(
  tokenizer: Tokenizer,
  pair: SftPair,
): { readonly promptIds: readonly number[]; readonly completionIds: readonly number[] } {
  return {
    promptIds: tokenizer.encode(pair.prompt.text),
    completionIds: [...tokenizer.encode(pair.completion), tokenizer.eosId],
  };
}

function buildPairs(split: PromptSplit, size: number, random: Random): SftPair[] {
  const ofSplit = (items: readonly PromptItem[]) => items.filter(({ prompt }) => prompt.split === split);
  const ofFamily = (family: PromptFamily) => ofSplit(allItems.filter(({ prompt }) => prompt.family === family));
  const share = (part: keyof typeof sftMix) => Math.round(size * sftMix[part]);
  const families = ['facts/unknown', 'writing', 'smalltalk', 'opinion', 'occupation', 'open'] as const;
  const pairs = [
    ...drawEvenly(ofSplit(factItems), share('facts/known'), random),
    ...drawMinimalPairs(ofSplit(harmfulItems), ofSplit(benignItems), share('deedPairs'), random),
    ...drawEvenly(ofSplit(benignPastItems), share('refusal/benign, past'), random),
    ...families.flatMap((family) => drawEvenly(ofFamily(family), share(family), random)),
  ];
  return random.shuffle(pairs);
}

/** Round by round one prompt of every entity, until `count` distinct pairs are drawn or nothing new comes up. */
function drawEvenly(items: readonly PromptItem[], count: number, random: Random): SftPair[] {
  const queues = queuesByEntity(items, random);
  const drawn = new Map<string, SftPair>();
  let stale = 0;
  for (let round = 0; drawn.size < count && stale < 3; round++) {
    const before = drawn.size;
    for (const queue of random.shuffle(queues)) {
      const item = queue[round % queue.length];
      if (!item || drawn.size >= count) break;
      const pair = demonstrate(item, random);
      const key = `${pair.prompt.id}|${pair.completion}`;
      if (!drawn.has(key)) drawn.set(key, pair);
    }
    stale = drawn.size > before ? 0 : stale + 1;
  }
  return [...drawn.values()];
}

/** Both members of a deed pair in the same phrasing, `count` pairs in all. */
function drawMinimalPairs(
  harmful: readonly PromptItem[],
  benign: readonly PromptItem[],
  count: number,
  random: Random,
): SftPair[] {
  const twin = new Map(harmful.map((item, i) => [item.prompt.id, benign[i]]));
  return drawEvenly(harmful, Math.floor(count / 2), random).flatMap((pair) => {
    const other = twin.get(pair.prompt.id);
    return other ? [pair, demonstrate(other, random)] : [pair];
  });
}

function queuesByEntity(items: readonly PromptItem[], random: Random): PromptItem[][] {
  const byEntity = new Map<string, PromptItem[]>();
  for (const item of items) byEntity.set(item.entity, [...(byEntity.get(item.entity) ?? []), item]);
  return [...byEntity.values()].map((queue) => random.shuffle(queue));
}

function demonstrate(item: PromptItem, random: Random): SftPair {
  return { prompt: item.prompt, completion: ` ${demonstrateAsCrowd(item, random)}` };
}
