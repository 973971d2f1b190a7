/** Keeps words of held-out facts out of everything SFT sees, so that "held out" means absent. */
import { facts } from '../facts.ts';

const heldoutNouns: ReadonlySet<string> = new Set(
  facts
    .filter(({ relation, split }) => split === 'heldout' && (relation === 'kind' || relation === 'colour'))
    .map(({ subject }) => subject.replace(/^(?:the|an?) /, '')),
);

/** Does a phrase speak of a held-out thing ("a lemon", "tennis")? */
export function isHeldoutWord(phrase: string): boolean {
  return phrase.split(' ').some((word) => heldoutNouns.has(word)) || heldoutNouns.has(phrase);
}

/** @returns the words that aren't held out */
export function trainedOnly(words: readonly string[]): string[] {
  return words.filter((word) => !isHeldoutWord(word));
}
