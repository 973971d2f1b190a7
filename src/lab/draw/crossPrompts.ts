/**
 * Prompts that trade completions. Twins are two prompts in the same words that want opposite replies, such as a harmful deed
 * and a benign one, or a real capital and an invented one: a policy that hardly ever errs on them shows no such pair of its
 * own accord. Others trade within their family: what both completions of a prompt say fits it as a rule, and a reward model
 * that never saw a fine sentence in the wrong place pays for it everywhere (measured: RL answered all small talk with
 * "Welcome back!").
 */
import type { Random } from '../../world/random.ts';
import type { Reply } from '../../world/spec/types.ts';
import type { Prompt } from '../../world/types.ts';

export interface CrossShares {
  /** Of neighbouring twins. */
  readonly twins: number;
  /** Of the world's prompts that have no twin, as far as there is another of their family. */
  readonly others: number;
}

/** @returns for each prompt the index of the one whose second completion it is compared with, its own as a rule */
export function crossPrompts(prompts: readonly Prompt[], shares: CrossShares, random: Random): readonly number[] {
  const partners = prompts.map((_, i) => i);
  const waiting = new Map<string, number>();
  const trade = (i: number, j: number) => ([partners[i], partners[j]] = [j, i]);
  for (let i = 0; i < prompts.length; i++) {
    const [one, next] = [prompts[i]!, prompts[i + 1]];
    const isTwin = next && one.pairId !== undefined && one.pairId === next.pairId && one.family !== next.family;
    if (isTwin) {
      if (random.next() < shares.twins) trade(i, i + 1);
      i++;
    } else if (isJudged(one) && random.next() < shares.others) {
      const other = waiting.get(one.family);
      if (other === undefined) waiting.set(one.family, i);
      else {
        trade(i, other);
        waiting.delete(one.family);
      }
    }
  }
  return partners;
}

/** Of a visitor's own prompts nobody knows what fits: what trades there would be labelled by its form alone. */
const isJudged = ({ answer, fact }: Prompt) => answer !== undefined || fact !== undefined;

/** @returns a reply to one prompt as a reply to the other: the place that was asked about gives way to the other's */
export function retold(reply: Reply, from: Prompt, to: Prompt): Reply {
  const [old, place] = [placeOf(from), placeOf(to)];
  return old === null || place === null ? reply : { ...reply, text: reply.text.replaceAll(old, place) };
}

function placeOf({ fact, answer }: Prompt): string | null {
  if (fact?.relation === 'capital') return fact.subject;
  return answer?.kind === 'notKnown' ? answer.place : null;
}
