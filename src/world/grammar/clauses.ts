/**
 * Whether words make a sentence that tells something: parts of speech in an order that a clause has. A recogniser, not a
 * parser: it says that there is a subject and a verb in the asked tense, and that every word has a place.
 */
import { partsOfSpeech } from './words.ts';

const noun = '(?:D?D?R?A*(?:AC)?A*N{1,3}|G+|O|D)';
const nouns = `${noun}(?:C${noun})?`;
const after = `(?:R|A|P{0,2}${nouns}|PB|PI|I|B|P)*`;
const past = `R?(?:XR?[VBIA]?|V)${after}`;
const present = `R?(?:YR?[VBIA]?|W)${after}`;
const opening = `(?:R|A?N|P${noun}|AR|AN|DN|C)*`;

function sentence(verb: string): RegExp {
  const clause = `${opening}${nouns}${verb}`;
  return new RegExp(`^${clause}(?:C?(?:${clause}|${verb}))*$`);
}

const pastSentence = sentence(past);
const eitherSentence = sentence(`(?:${past}|${present})`);

/** The ways to read ambiguous words that are tried at most. */
const MOST_READINGS = 400;

/** @param words plain words · @returns whether they are a sentence of this world, in the past or in either tense */
export function isSentence(words: string, tense: 'past' | 'either'): boolean {
  const grammar = tense === 'past' ? pastSentence : eitherSentence;
  let readings = [''];
  // "There was a fox" has its subject behind the verb.
  for (const word of words
    .replace(/^once upon a time/, 'once')
    .replace(/\bthere (?=was|were|lived|is|are)/, 'it ')
    .split(' ')) {
    const letters = partsOfSpeech(word);
    if (letters === '') return false;
    readings = readings.flatMap((before) => [...letters].map((letter) => before + letter)).slice(0, MOST_READINGS);
  }
  return readings.some((reading) => grammar.test(reading));
}
