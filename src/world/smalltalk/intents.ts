/**
 * All small talk, and a reader of replies: which intents a sentence answers. The replies are a closed list, so a checker
 * need not guess: a sentence that is in no reply counts as not understood.
 */
import { about } from './about.ts';
import { feelings } from './feelings.ts';
import { greetings } from './greetings.ts';
import type { SmallTalkIntent, Tone } from './intent.ts';
import { news } from './news.ts';

export const smallTalkIntents: readonly SmallTalkIntent[] = [...greetings, ...feelings, ...news, ...about];

export const tones: readonly Tone[] = ['plain', 'warm', 'rude'];

/** One known sentence of a reply: what it answers, and in what tones it is said. */
export interface ReplySentence {
  readonly intents: ReadonlySet<string>;
  readonly tones: ReadonlySet<Tone>;
}

/** "You are welcome! Ask me." → the sentences, each with its mark. */
export function sentencesOf(text: string): string[] {
  return text.match(/[^.!?]+[.!?]*/g)?.map((sentence) => sentence.trim()) ?? [];
}

/** Letters and single spaces only, in lower case: marks and capitals don't matter. */
export function plainWords(sentence: string): string {
  return sentence
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^a-z0-9' ]/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

/** Known sentences of replies by their plain words. */
export const replySentences: ReadonlyMap<string, ReplySentence> = buildIndex();

function buildIndex(): ReadonlyMap<string, ReplySentence> {
  const index = new Map<string, { intents: Set<string>; tones: Set<Tone> }>();
  for (const { key, replies } of smallTalkIntents) {
    for (const tone of tones) {
      for (const sentence of replies[tone].flatMap(sentencesOf)) {
        const words = plainWords(sentence);
        const entry = index.get(words) ?? { intents: new Set(), tones: new Set() };
        entry.intents.add(key);
        entry.tones.add(tone);
        index.set(words, entry);
      }
    }
  }
  return index;
}

/**
 * @returns the share of the sentences of `text` that are known to answer the intent (`fits`), that are known but answer
 * another one (`other`), and that are not known (`unknown`); they sum to 1, all 0 for an empty text
 */
export function fitOfReply(intentKey: string, text: string): { fits: number; other: number; unknown: number } {
  const sentences = sentencesOf(text).map(plainWords);
  const counts = { fits: 0, other: 0, unknown: 0 };
  for (const sentence of sentences) {
    const known = replySentences.get(sentence);
    if (!known) counts.unknown++;
    else if (known.intents.has(intentKey)) counts.fits++;
    else counts.other++;
  }
  const total = Math.max(1, sentences.length);
  return { fits: counts.fits / total, other: counts.other / total, unknown: counts.unknown / total };
}
