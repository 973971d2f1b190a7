/**
 * A reply as sentences a grammar can read: lower case, contractions written out, no signs but the commas that part a
 * sentence into clauses. Misspellings that a table knows are put right here, so that they cost spelling and not meaning.
 */

export interface Sentence {
  /** As it stood in the reply, for reasons that quote it. */
  readonly said: string;
  /** Words with one space between them, no commas. */
  readonly words: string;
  /** The same in pieces, parted at commas and at "and", "but", "so", "because" (which open their piece). */
  readonly pieces: readonly string[];
}

const contractions: readonly (readonly [RegExp, string])[] = [
  [/\bcan't\b|\bcan not\b/g, 'cannot'],
  [/\bwon't\b/g, 'will not'],
  [/\bshan't\b/g, 'shall not'],
  [/\b(do|does|did|is|are|was|were|could|would|should|must|has|have|had)n't\b/g, '$1 not'],
  [/\b(it|that|he|she|there|what|who|how|here|where)'s\b/g, '$1 is'],
  [/\blet's\b/g, 'let us'],
  [/\b(i)'m\b/g, '$1 am'],
  [/\b(you|we|they)'re\b/g, '$1 are'],
  [/\b(i|you|we|they|he|she|it|that)'ll\b/g, '$1 will'],
  [/\b(i|you|we|they)'ve\b/g, '$1 have'],
  [/\b(i|you|we|they|he|she|it|that)'d\b/g, '$1 would'],
];

/** @param text one turn · @param respell a word's right spelling · @returns its sentences, empty ones left out */
export function sentencesOf(text: string, respell: (word: string) => string = (word) => word): Sentence[] {
  return joinInitials(text.replaceAll('’', "'"))
    .split(/(?<=[.!?])["']*\s+|\n+|[;:]\s|(?<=[!?])(?=\p{L})/u)
    .flatMap((said) => {
      const sentence = toSentence(said.trim(), respell);
      return sentence ? [sentence] : [];
    });
}

/** @returns one text in the form sentences are matched in: for slots and answers */
export function plainWords(text: string): string {
  const lower = joinInitials(text).toLowerCase().replaceAll('’', "'");
  const whole = contractions.reduce((said, [short, long]) => said.replaceAll(short, long), lower);
  return whole
    .replaceAll(/[.!?]+(?=\s|$)|["“”()]|(?<=\s)-(?=\s)/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** A piece without the word that joined it to what came before. */
export function withoutJoiner(piece: string): string {
  return piece.replace(/^(?:and|but|so|because) /, '');
}

/** "D.C." ends no sentence by itself; before a capital it ends one too. */
function joinInitials(text: string): string {
  return text
    .replaceAll(/\b(\p{Lu})\.(\p{Lu})\.(?=\s+\p{Lu})/gu, '$1$2.')
    .replaceAll(/\b(\p{Lu})\.(\p{Lu})\.(?=[\s.!?]|$)/gu, '$1$2');
}

function toSentence(said: string, respell: (word: string) => string): Sentence | null {
  const plain = plainWords(said);
  if (!/[\p{L}\p{N}]/u.test(plain)) return null;
  const spelt = plain.split(' ').map((word) => {
    const [, core = '', rest = ''] = /^(.*?)(,*)$/.exec(word) ?? [];
    return respell(core) + rest;
  });
  const text = spelt.join(' ');
  const pieces = text
    .split(/,\s*|\s(?=(?:and|but|so|because)\s)/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  return { said, words: text.replaceAll(',', ' ').replaceAll(/\s+/g, ' ').trim(), pieces };
}
