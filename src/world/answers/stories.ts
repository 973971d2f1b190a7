/**
 * Stories about a creature and single sentences about somebody at work: every sentence is one of this world's, what it calls
 * "the …" was spoken of before, and it is about who was asked for.
 */
import { worth } from '../goldTable.ts';
import { isSentence } from '../grammar/clauses.ts';
import type { Sentence } from '../grammar/sentences.ts';
import { partsOfSpeech } from '../grammar/words.ts';
import { withArticle } from '../inflect.ts';
import * as lexicon from '../lexicon.ts';
import { asideKind } from './asides.ts';
import { isNoun, nounForms } from './nouns.ts';
import { absurdityIn } from './objects.ts';
import { quote, type Reading } from './reading.ts';

/** What needs no introduction. */
const given = new Set(
  [
    ...lexicon.places.flatMap((place) => place.split(' ')),
    ...'sun moon sky wind rain snow storm morning evening night day afternoon world time way door window road path street water sea river forest town village house ground others people king queen baby end rest job work station law air dark stars trees flowers grass floor table bed garden kitchen phone bus train class hospital animals patients guests children stage plane fire books sick first next last'.split(
      ' ',
    ),
  ].flatMap(nounForms),
);

export function readStory(hero: string, sentences: readonly Sentence[], isWhole: boolean): Reading {
  const told = sentences.filter(({ words }) => asideKind(words) === null);
  const tale = tellingOf(told, hero, 'past');
  if (tale) return tale;
  if (told.length === 0) return { state: 'none', score: worth.noAnswer, reason: 'it tells no story' };
  if (rambles(sentences)) return rambling;
  if (!isWhole) return { state: 'spoilt', score: worth.besideNonsense, reason: 'the story has no end' };
  if (told.length === 1)
    return {
      state: 'right',
      score: worth.thinAnswer,
      reason: `it is one sentence about ${withArticle(hero)}, hardly a story`,
    };
  return { state: 'right', score: worth.fullAnswer, reason: `it is a story about ${withArticle(hero)}` };
}

export function readLine(occupation: string, sentences: readonly Sentence[], isWhole: boolean): Reading {
  const told = sentences.filter(({ words }) => asideKind(words) === null);
  if (told.length === 0) return { state: 'none', score: worth.noAnswer, reason: 'there is no sentence about it' };
  const subject = new RegExp(
    `^(?:(?:today|once|one day|yesterday|this morning|every (?:day|morning)|last \\w+) )?(?:the|an?|our|my|every|this)? ?(?:\\w+ )?(?:${nounForms(occupation).join('|')}) `,
  );
  if (!subject.test(told[0]!.words))
    return { state: 'none', score: worth.noAnswer, reason: `it is not about ${withArticle(occupation)}` };
  const tale = tellingOf(told, occupation, 'either');
  if (tale) return tale;
  if (rambles(sentences)) return rambling;
  if (told.some(({ words }) => /\b(?:he|his|him)\b/.test(words) && /\b(?:she|her)\b/.test(words))) {
    return { state: 'wrong', score: worth.brokenTelling, reason: 'is it he or she?' };
  }
  if (told[0]!.words.split(' ').length < 4)
    return { state: 'wrong', score: worth.brokenTelling, reason: 'it says next to nothing' };
  if (!isWhole) return { state: 'spoilt', score: worth.besideNonsense, reason: 'the sentence has no end' };
  if (told.length > 1) return { state: 'right', score: worth.thinAnswer, reason: 'one sentence was asked for' };
  return { state: 'right', score: worth.fullAnswer, reason: `it is a sentence about ${withArticle(occupation)}` };
}

const rambles = (sentences: readonly Sentence[]) => sentences.some(({ words }) => asideKind(words) === 'padding');
const rambling: Reading = { state: 'spoilt', score: worth.ramblingAnswer, reason: 'it rambles on beside the answer' };

/** @returns what is wrong with the telling; null when nothing is */
function tellingOf(sentences: readonly Sentence[], hero: string, tense: 'past' | 'either'): Reading | null {
  const introduced = new Set(nounForms(hero).flatMap((form) => form.split(' ')));
  const heroForms = nounForms(hero);
  // A telling begins with whom it is about.
  const [opening] = sentences;
  const isAbout = heroForms.some((form) => ` ${opening?.words ?? ''} `.includes(` ${form} `));
  if (!isAbout) return { state: 'none', score: worth.noAnswer, reason: `it does not speak of ${withArticle(hero)}` };
  const isTold = ({ words }: Sentence) => isSentence(words, tense) && !/^(?:i|you) /.test(words);
  const broken = sentences.find((sentence) => !isTold(sentence));
  if (broken) {
    const isAll = sentences.every((sentence) => !isTold(sentence));
    return {
      state: isAll ? 'none' : 'wrong',
      score: isAll ? worth.noAnswer : worth.brokenTelling,
      reason: `${quote(broken.said)} is no sentence that tells something`,
    };
  }
  const spoken = sentences.map(({ words }) => words);
  if (new Set(spoken).size < spoken.length) {
    return { state: 'wrong', score: worth.brokenTelling, reason: 'it says the same again' };
  }
  for (const { words, said } of sentences) {
    if (words.split(' ').length < 4 || isEmptyTalk(words)) {
      return { state: 'wrong', score: worth.brokenTelling, reason: `${quote(said)} tells nothing` };
    }
    const absurd = absurdityIn(words);
    if (absurd !== null) return { state: 'wrong', score: worth.brokenTelling, reason: `nobody ${absurd}` };
    const stranger = strangerIn(words, introduced);
    if (stranger !== null)
      return { state: 'wrong', score: worth.brokenTelling, reason: `${quote(said)}: which ${stranger}?` };
    if (!heroForms.some((form) => ` ${words} `.includes(` ${form} `)) && !isLinked(words, introduced)) {
      return { state: 'wrong', score: worth.brokenTelling, reason: `${quote(said)} is not about ${withArticle(hero)}` };
    }
  }
  return null;
}

/** The first "the …" that nobody has spoken of; nouns that come with another word are noted as spoken of. */
function strangerIn(words: string, introduced: Set<string>): string | null {
  const all = words.split(' ');
  let article: string | null = null;
  for (const [i, word] of all.entries()) {
    const parts = partsOfSpeech(word);
    if (parts.includes('D') && !parts.includes('O')) article = word;
    if (['he', 'she', 'they', 'it'].includes(word)) article = null;
    // "The sailor saw a whale": behind a noun a word that can be a verb is one.
    const isVerb = parts.includes('V') && isNoun(all[i - 1] ?? '');
    const isLastNoun =
      isNoun(word) && !isVerb && !(isNoun(all[i + 1] ?? '') && !partsOfSpeech(all[i + 1] ?? '').includes('V'));
    if (!isLastNoun) continue;
    const isKnown = introduced.has(word) || given.has(word) || given.has(all[i - 1] ?? '');
    if (article === 'the' && !isKnown) return word;
    for (const form of nounForms(word)) introduced.add(form);
    article = null;
  }
  return null;
}

/** "A sailor is a sailor". */
function isEmptyTalk(words: string): boolean {
  const [, who, what] = /^(?:an? |the )?(.+) (?:is|was|are|were) (?:an? |the )?(.+)$/.exec(words) ?? [];
  return who !== undefined && who === what;
}

/** Speaks of somebody or something that is there: "it", "they", "the friend". */
function isLinked(words: string, introduced: ReadonlySet<string>): boolean {
  return words
    .split(' ')
    .some((word) => introduced.has(word) || /^(?:he|she|it|they|him|her|them|his|their|its|everyone|all)$/.test(word));
}
