/** Words and phrases in a text, as the checkers see them. */

/** Words of letters, inner apostrophes kept: "don't", "Müller". Numbers and signs aren't words. */
export function wordsOf(text: string): string[] {
  return text.replaceAll('’', "'").match(/\p{L}+(?:'\p{L}+)*/gu) ?? [];
}

/** Whole-word, case-blind search; a phrase of several words must stand as it is. */
export function hasPhrase(text: string, phrase: string): boolean {
  return phrasePattern(phrase, 'iu').test(text);
}

/** The text without every whole-word occurrence of a phrase. */
export function withoutPhrase(text: string, phrase: string): string {
  return text.replaceAll(phrasePattern(phrase, 'giu'), ' ');
}

function phrasePattern(phrase: string, flags: string): RegExp {
  const escaped = phrase.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, flags);
}

/** What the model said in its own turn: it may go on and write the user's next line too. */
export function firstTurn(completion: string): string {
  return (/^[\s\S]*?(?=\n\s*(?:User|Assistant)\s*:|$(?![\s\S]))/.exec(completion)?.[0] ?? completion).trim();
}
