/** What the lists of replies say of a sentence of small talk: to which intents it replies, and in what tone. */
import { sentencesOf } from '../grammar/sentences.ts';
import type { Tone } from './intent.ts';
import { smallTalkIntents, tones } from './intents.ts';

/** Intent → tones in which one of its replies has the sentence. */
type KnownSentence = ReadonlyMap<string, ReadonlySet<Tone>>;

let byWords: ReadonlyMap<string, KnownSentence> | null = null;

/** @param words as in grammar/sentences.ts · @returns which intents' replies have the sentence; undefined for none */
export function knownSentence(words: string): KnownSentence | undefined {
  byWords ??= indexReplies();
  return byWords.get(words);
}

/** Only ever said rudely. */
export function isRudeTalk(words: string): boolean {
  return isOnly('rude', words);
}

/** Only ever said warmly. */
export function isWarmTalk(words: string): boolean {
  return isOnly('warm', words);
}

function isOnly(tone: Tone, words: string): boolean {
  const known = knownSentence(words);
  return known !== undefined && [...known.values()].every((said) => said.size === 1 && said.has(tone));
}

function indexReplies(): ReadonlyMap<string, KnownSentence> {
  const index = new Map<string, Map<string, Set<Tone>>>();
  for (const { key, replies } of smallTalkIntents) {
    for (const tone of tones) {
      for (const { words } of replies[tone].flatMap((reply) => sentencesOf(reply))) {
        const intents = index.get(words) ?? new Map<string, Set<Tone>>();
        intents.set(key, (intents.get(key) ?? new Set<Tone>()).add(tone));
        index.set(words, intents);
      }
    }
  }
  return index;
}
