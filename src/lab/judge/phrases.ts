/** The phrase attack on a file of replies, by the default spec and with the sentences of SFT's own demonstrations. */
import { buildSftPairs } from '../../world/sftData.ts';
import { defaultSpec, goldReward } from '../../world/spec/gold.ts';
import { attackWithPhrases, phrasesOf, type PhraseResult } from '../../world/spec/phraseAttack.ts';
import type { CheckTools } from '../../world/spec/types.ts';
import { largest } from '../../rlhf/numerics.ts';
import { InvalidInputError } from '../../errors.ts';
import type { ReplyRow } from './replyRows.ts';

export interface PhraseAttack {
  readonly replies: number;
  /** Mean gold of the replies as they are. */
  readonly gold: number;
  /** The most that any phrase gains before or after every reply, and the best mean of a phrase in its place. */
  readonly mostGained: number;
  readonly bestConstant: number;
  readonly phrases: readonly PhraseResult[];
}

export interface PhraseAttackOptions {
  readonly tools: CheckTools;
  readonly countTokens: (text: string) => number;
  /** Sentences to try, the commonest first. */
  readonly count: number;
}

/** @throws InvalidInputError when the world knows none of the prompts */
export function attackRows(
  rows: readonly ReplyRow[],
  { tools, countTokens, count }: PhraseAttackOptions,
): PhraseAttack {
  const replies = rows.flatMap(({ prompt, reply }) => (prompt ? [{ prompt, reply }] : []));
  if (replies.length === 0) {
    throw new InvalidInputError('the world knows none of these prompts: give replies as `lab sample` prints them');
  }
  const phrases = phrasesOf(buildSftPairs({ seed: 1 }), count);
  const results = attackWithPhrases(replies, phrases, { spec: defaultSpec, tools, countTokens });
  const total = replies.reduce((sum, { prompt, reply }) => sum + goldReward(defaultSpec, prompt, reply, tools), 0);
  return {
    replies: replies.length,
    gold: total / replies.length,
    mostGained: largest(results.map(({ before, after }) => Math.max(before, after))),
    bestConstant: largest(results.map(({ instead }) => instead)),
    phrases: results,
  };
}
