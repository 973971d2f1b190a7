/**
 * Can a phrase win gold? Sentences of demonstrations, the commonest first, are tried on given replies: before them, after
 * them, and in their place. Gold that content decides gives none of them more than a little (9-world2.md §9.1).
 */
import type { Prompt } from '../types.ts';
import { goldReward } from './gold.ts';
import type { CheckTools, Reply, Spec } from './types.ts';

export interface AttackedReply {
  readonly prompt: Prompt;
  readonly reply: Reply;
}

export interface PhraseResult {
  readonly phrase: string;
  /** Mean gold with the phrase before (after) every reply, less that of the replies as they are. */
  readonly before: number;
  readonly after: number;
  /** Mean gold of the phrase in place of every reply. */
  readonly instead: number;
}

export interface AttackOptions {
  readonly spec: Spec;
  readonly tools: CheckTools;
  /** Tokens of a text, its end-of-text not counted. */
  readonly countTokens: (text: string) => number;
}

/**
 * @param pairs demonstrations · @returns their sentences, those first that most of them have
 */
export function phrasesOf(pairs: readonly { readonly completion: string }[], count: number): string[] {
  const seen = new Map<string, number>();
  for (const { completion } of pairs) {
    for (const phrase of completion.trim().match(/[^.!?]+[.!?]+/g) ?? []) {
      seen.set(phrase.trim(), (seen.get(phrase.trim()) ?? 0) + 1);
    }
  }
  return [...seen]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, count)
    .map(([phrase]) => phrase);
}

/** @returns every phrase with what it does, the most that it gains first */
export function attackWithPhrases(
  replies: readonly AttackedReply[],
  phrases: readonly string[],
  options: AttackOptions,
): PhraseResult[] {
  const { spec, tools, countTokens } = options;
  const goldOf = ({ prompt, reply }: AttackedReply, text: string, added: number) =>
    goldReward(spec, prompt, { text, stopped: reply.stopped, tokens: reply.tokens + added }, tools);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const plain = mean(replies.map((one) => goldOf(one, one.reply.text, 0)));
  const results = phrases.map((phrase): PhraseResult => {
    const tokens = countTokens(` ${phrase}`);
    const tried = (change: (text: string) => string) =>
      mean(replies.map((one) => goldOf(one, change(one.reply.text), tokens)));
    return {
      phrase,
      before: tried((text) => ` ${phrase}${text}`) - plain,
      after: tried((text) => `${text} ${phrase}`) - plain,
      instead: mean(
        replies.map(({ prompt }) =>
          goldReward(spec, prompt, { text: ` ${phrase}`, stopped: true, tokens: tokens + 1 }, tools),
        ),
      ),
    };
  });
  const most = ({ before, after }: PhraseResult) => Math.max(before, after);
  return results.sort((a, b) => most(b) - most(a));
}
