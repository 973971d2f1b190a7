/**
 * Is it a word? `nspell` on the `dictionary-en` files (SCOWL, American English), plus the world's own proper names.
 * The dictionary's text is handed in, so this works in Node, in a worker and in tests alike. Building takes a moment and
 * some 30 MB: build one and keep it.
 */
import nspell from 'nspell';
import { ModelError } from '../errors.ts';

export interface Speller {
  /** Whole words; inner apostrophes allowed. Capitals at the start of a word are forgiven. */
  isWord(word: string): boolean;
}

export interface DictionaryText {
  readonly aff: string;
  readonly dic: string;
}

/** Words of the world that the American dictionary spells otherwise or leaves out. */
const otherSpellings = ['axe', 'hm'];

/**
 * @param extraWords proper names that count as words, such as lexicon.ts's `properNames`
 * @throws ModelError where the files are no dictionary, such as a web page that a host answers with
 */
export function createSpeller(dictionary: DictionaryText, extraWords: readonly string[]): Speller {
  if (!/^SET /.test(dictionary.aff) || !/^\d+\s/.test(dictionary.dic)) {
    throw new ModelError(
      'what this host sent as the dictionary is none, perhaps a web page in its place: reload the page; if that doesn’t help, install the lab anew',
    );
  }
  const checker = nspell(dictionary);
  const extra = new Set([...otherSpellings, ...extraWords].map((word) => word.toLowerCase()));
  const cache = new Map<string, boolean>();
  const check = (word: string): boolean => {
    const lower = word.toLowerCase();
    // The dictionary has every letter as its own name. Here a capital is an initial or a label; of the small ones two are words.
    if (word.length === 1) return word !== lower || word === 'a' || word === 'o';
    return extra.has(lower) || checker.correct(word) || checker.correct(lower) || isPossessive(lower, extra);
  };
  return {
    isWord(word) {
      const known = cache.get(word);
      if (known !== undefined) return known;
      const answer = check(word);
      cache.set(word, answer);
      return answer;
    },
  };
}

/** "Anna's". */
function isPossessive(lower: string, names: ReadonlySet<string>): boolean {
  return lower.endsWith("'s") && names.has(lower.slice(0, -2));
}
