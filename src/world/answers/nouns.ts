/** Nouns in the forms a reply may give them. */
import { partsOfSpeech, worldNouns } from '../grammar/words.ts';
import { pluralOf } from '../inflect.ts';

/** A noun as it stands, in the plural, and without a plural's s. */
export function nounForms(noun: string): string[] {
  return [...new Set([noun, pluralOf(noun), noun.replace(/(?<=[^s])s$/, '')])];
}

/** "the sea" → "sea". */
export function withoutArticle(noun: string): string {
  return noun.replace(/^(?:the|an?|my|some|your|one) /, '');
}

const nounSet = new Set(worldNouns.flatMap((noun) => nounForms(noun)));

/** @returns whether a word is a noun of this world that isn't first of all an adjective, adverb, preposition or conjunction */
export function isNoun(word: string): boolean {
  const parts = partsOfSpeech(word);
  return nounSet.has(word) && !/^[ARPC]/.test(parts.replaceAll('N', ''));
}
