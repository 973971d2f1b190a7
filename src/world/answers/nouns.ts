/** Nouns in the forms a reply may give them. */
import { pluralOf } from '../inflect.ts';

/** A noun as it stands, in the plural, and without a plural's s. */
export function nounForms(noun: string): string[] {
  return [...new Set([noun, pluralOf(noun), noun.replace(/(?<=[^s])s$/, '')])];
}

/** "the sea" → "sea". */
export function withoutArticle(noun: string): string {
  return noun.replace(/^(?:the|an?|my|some|your|one) /, '');
}
