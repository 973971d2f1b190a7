/** Words and phrases in a text, as the checkers see them. */

/** Words of letters, inner apostrophes kept: "don't", "Müller". Numbers and signs aren't words. */
export function wordsOf(text: string): string[] {
  return text.replaceAll('’', "'").match(/\p{L}+(?:'\p{L}+)*/gu) ?? [];
}

/** Whole-word, case-blind search; a phrase of several words must stand as it is. */
export function hasPhrase(text: string, phrase: string): boolean {
  return indexOfPhrase(text.toLowerCase(), phrase.toLowerCase(), 0) >= 0;
}

/** The text, in lower case, without the whole-word occurrences of a phrase. */
export function withoutPhrase(text: string, phrase: string): string {
  const [hay, needle] = [text.toLowerCase(), phrase.toLowerCase()];
  let rest = '';
  let from = 0;
  for (let at = indexOfPhrase(hay, needle, 0); at >= 0; at = indexOfPhrase(hay, needle, from)) {
    rest += `${hay.slice(from, at)} `;
    from = at + needle.length;
  }
  return rest + hay.slice(from);
}

/** Position of a phrase with no letter or digit beside it, or −1. Plain search: thousands of replies are checked. */
function indexOfPhrase(text: string, phrase: string, from: number): number {
  if (phrase === '') return -1;
  for (let at = text.indexOf(phrase, from); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const isWhole = !isWordSign(text.charAt(at - 1)) && !isWordSign(text.charAt(at + phrase.length));
    if (isWhole) return at;
  }
  return -1;
}

function isWordSign(sign: string): boolean {
  return /[\p{L}\p{N}]/u.test(sign);
}

/** What the model said in its own turn: it may go on and write the user's next line too. */
export function firstTurn(completion: string): string {
  return (/^[\s\S]*?(?=\n\s*(?:User|Assistant)\s*:|$(?![\s\S]))/.exec(completion)?.[0] ?? completion).trim();
}
