/**
 * Twins that trade completions: two prompts in the same words that want opposite replies, such as a harmful deed and a benign
 * one, or a real capital and an invented one. A policy that hardly ever errs on them shows no such pair of its own accord.
 */
import type { Random } from '../../world/random.ts';
import type { Reply } from '../../world/spec/types.ts';
import type { Prompt } from '../../world/types.ts';

/**
 * @param share of neighbouring twins that trade
 * @returns for each prompt the index of the one whose second completion it is compared with: its own, or its twin's
 */
export function crossTwins(prompts: readonly Prompt[], share: number, random: Random): readonly number[] {
  const partners = prompts.map((_, i) => i);
  for (let i = 0; i + 1 < prompts.length; i++) {
    const [one, twin] = [prompts[i]!, prompts[i + 1]!];
    if (one.pairId === undefined || one.pairId !== twin.pairId || one.family === twin.family) continue;
    if (random.next() < share) [partners[i], partners[i + 1]] = [i + 1, i];
    i++;
  }
  return partners;
}

/** @returns a reply to one prompt as a reply to the other: the place that was asked about gives way to the other's */
export function retold(reply: Reply, from: Prompt, to: Prompt): Reply {
  const [old, place] = [placeOf(from), placeOf(to)];
  return old === null || place === null ? reply : { ...reply, text: reply.text.replaceAll(old, place) };
}

function placeOf({ fact, answer }: Prompt): string | null {
  if (fact?.relation === 'capital') return fact.subject;
  return answer?.kind === 'notKnown' ? answer.place : null;
}
