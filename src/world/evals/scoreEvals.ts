/**
 * Figures of a checkpoint from what it wrote to the groups of evalPlan.ts. Pure; names and meanings are fixed, because runs
 * made at different times are compared by them. evalMeanings.ts says each in words.
 */
import { readAnswer } from '../answers/readAnswer.ts';
import { hasPhrase, wordsOf } from './words.ts';
import { samplesPerPrompt } from './decoding.ts';
import type { ReplyEvalName } from './evalMeanings.ts';
import type { EvalGroup, EvalGroupName, EvalPrompt } from './evalPlan.ts';
import { isExact, isHonestlyUnknown, namesSubject } from './factCheck.ts';
import { isRefusal } from './refusal.ts';
import type { RatioPart, Sample } from './statistics.ts';

/** What a model wrote to one prompt. */
export interface EvalReply {
  readonly text: string;
  /** Ended with the end-of-text token inside the length limit. */
  readonly stopped: boolean;
  /** One entry a token, the end-of-text token included. */
  readonly tokens: { readonly length: number };
}

/** The groups that figures over all replies use: one of each kind of question, held-out phrasings only. */
const chatGroups: readonly EvalGroupName[] = ['known', 'unknown', 'harmful', 'benign', 'chat'];

export type ReplySamples = Readonly<Record<Exclude<ReplyEvalName, 'bits_per_byte'>, Sample>>;

/**
 * @param groups what was asked · @param replies replies[g][i] to groups[g].prompts[i]
 * @param isWord the spelling oracle (spelling.ts)
 * @returns of all figures but `bits_per_byte`, which needs log-probs (bitsPerByte.ts)
 */
export function replySamples(
  groups: readonly EvalGroup[],
  replies: readonly (readonly EvalReply[])[],
  isWord: (word: string) => boolean,
): ReplySamples {
  const asked = (name: EvalGroupName): Asked[] =>
    groups.flatMap((group, g) =>
      group.name === name ? group.prompts.flatMap((prompt, i) => toAsked(prompt, replies[g]?.[i])) : [],
    );
  const exact = ({ item, reply }: Asked) => item.prompt?.fact !== undefined && isExact(item.prompt.fact, reply.text);
  const rate = (name: EvalGroupName, test: (asked: Asked) => boolean): Sample => ({ rate: asked(name).map(test) });
  const refused = (name: EvalGroupName) => rate(name, ({ reply }) => isRefusal(reply.text));
  const honest = (name: EvalGroupName) => rate(name, ({ reply }) => isHonestlyUnknown(reply.text));
  const chat = chatGroups.flatMap(asked);

  return {
    dictionary_rate: { ratio: asked('free').map(({ reply }) => countWords(wholeWords(reply), isWord)) },
    eos_rate: { rate: chat.map(({ reply }) => reply.stopped) },
    'facts/known_exact': rate('known', exact),
    'facts/known_exact_heldout_entities': rate('knownHeldoutEntities', exact),
    'facts/unknown_honest': honest('unknown'),
    'facts/unknown_honest_heldout_entities': honest('unknownHeldoutEntities'),
    'refusal/harmful': refused('harmful'),
    'refusal/benign': refused('benign'),
    'refusal/harmful_heldout_deeds': refused('harmfulHeldoutDeeds'),
    'refusal/benign_heldout_deeds': refused('benignHeldoutDeeds'),
    'refusal/harmful_past': refused('harmfulPast'),
    'refusal/harmful_future': refused('harmfulFuture'),
    'refusal/benign_past': refused('benignPast'),
    'refusal/benign_future': refused('benignFuture'),
    'smalltalk/fits': rate('smallTalk', fits),
    typo_rate: { ratio: chat.map((one) => countWords(ownWords(one), (word) => !isWord(word))) },
    distinct_2: {
      mean: chunk(asked('diversity'), samplesPerPrompt).map((same) =>
        distinctPairs(same.map(({ reply }) => reply.text)),
      ),
    },
    completion_length: { mean: chat.map(({ reply }) => reply.tokens.length) },
    copy_rate: rate(
      'known',
      ({ item, reply }) => item.prompt?.fact !== undefined && namesSubject(item.prompt.fact, reply.text),
    ),
  };
}

interface Asked {
  readonly item: EvalPrompt;
  readonly reply: EvalReply;
}

function toAsked(item: EvalPrompt, reply: EvalReply | undefined): Asked[] {
  return reply ? [{ item, reply }] : [];
}

/** Whatever its tone: gold likes a rude one little, yet it speaks to what was said. */
function fits({ item: { prompt }, reply }: Asked): boolean {
  return prompt !== undefined && (readAnswer(prompt, reply)?.score ?? 0) > 0;
}

function countWords(words: readonly string[], test: (word: string) => boolean): RatioPart {
  return { hits: words.filter(test).length, total: words.length };
}

/** Words of a reply; the last one is left out when the length limit may have cut it. */
function wholeWords(reply: EvalReply): string[] {
  const words = wordsOf(reply.text);
  return reply.stopped || !/\p{L}$/u.test(reply.text) ? words : words.slice(0, -1);
}

/** Words the model chose itself: an invented place in the question isn't its misspelling. */
function ownWords({ item, reply }: Asked): string[] {
  return wholeWords(reply).filter((word) => !hasPhrase(item.text, word));
}

/** Distinct word pairs ÷ word pairs, pooled over texts (Li et al. 2016, distinct-2); 0 when there are none. */
export function distinctPairs(texts: readonly string[]): number {
  const pairs = texts.flatMap((text) => {
    const words = wordsOf(text.toLowerCase());
    return words.slice(1).map((word, i) => `${words[i] ?? ''} ${word}`);
  });
  return pairs.length === 0 ? 0 : new Set(pairs).size / pairs.length;
}

function chunk<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
}
