/** From completions to pairs to judge, and from pairs to a training and a held-out part. Pure. */
import { seededRandom, type Random } from '../random.ts';
import { goldReward } from '../spec/gold.ts';
import type { CandidatePair, CheckTools, Reply, Spec } from '../spec/types.ts';
import type { Prompt } from '../types.ts';

/** What was drawn for one prompt. */
export interface DrawnReplies {
  readonly prompt: Prompt;
  readonly replies: readonly Reply[];
}

export interface PairOptions {
  readonly random: Random;
  /** Default: all. */
  readonly pairsPerPrompt?: number;
}

/**
 * Pairs replies of the same prompt whose texts differ, in random order: which comes first says nothing.
 * A prompt drawn several times counts as one. n different texts give n(n − 1)/2 pairs at most.
 */
export function pairReplies(drawn: readonly DrawnReplies[], { random, pairsPerPrompt }: PairOptions): CandidatePair[] {
  return gatherByPrompt(drawn).flatMap(({ prompt, replies }) => {
    const pairs = replies.flatMap((first, i) =>
      replies.slice(i + 1).map((second, k): CandidatePair => {
        const [a, b] = random.next() < 0.5 ? [first, second] : [second, first];
        return { id: `${prompt.id}#${i}-${i + 1 + k}`, prompt, a, b };
      }),
    );
    return random.shuffle(pairs).slice(0, pairsPerPrompt ?? pairs.length);
  });
}

/** Different texts by prompt, in order of appearance. */
function gatherByPrompt(drawn: readonly DrawnReplies[]): DrawnReplies[] {
  const byPrompt = new Map<string, { prompt: Prompt; byText: Map<string, Reply> }>();
  for (const { prompt, replies } of drawn) {
    const entry = byPrompt.get(prompt.id) ?? { prompt, byText: new Map<string, Reply>() };
    byPrompt.set(prompt.id, entry);
    for (const reply of replies) if (!entry.byText.has(reply.text)) entry.byText.set(reply.text, reply);
  }
  return [...byPrompt.values()].map(({ prompt, byText }) => ({ prompt, replies: [...byText.values()] }));
}

/**
 * Splits by prompt, so that a held-out pair's prompt never occurs in training.
 * @param heldoutShare of prompts, in [0, 1]
 */
export function splitByPrompt<T extends { readonly prompt: string | Prompt }>(
  rows: readonly T[],
  { heldoutShare, seed }: { readonly heldoutShare: number; readonly seed: number },
): { readonly train: T[]; readonly heldout: T[] } {
  const textOf = ({ prompt }: T) => (typeof prompt === 'string' ? prompt : prompt.text);
  const prompts = seededRandom(seed).shuffle([...new Set(rows.map(textOf))].sort());
  const apart = new Set(prompts.slice(0, Math.round(prompts.length * heldoutShare)));
  return {
    train: rows.filter((row) => !apart.has(textOf(row))),
    heldout: rows.filter((row) => apart.has(textOf(row))),
  };
}

/** Gold of a − gold of b. */
export function goldGap(spec: Spec, { prompt, a, b }: CandidatePair, tools: CheckTools): number {
  return goldReward(spec, prompt, a, tools) - goldReward(spec, prompt, b, tools);
}
