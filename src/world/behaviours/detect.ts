/**
 * Which behaviours a reply shows, and the words that decide it: the one place that says so, for panels and figures. What a
 * sentence means is read with the grammar that gold uses; nothing here is learnt and nothing is scored.
 */
import { asideKind } from '../answers/asides.ts';
import { type Stand, standsIn } from '../answers/balance.ts';
import { admittedIn } from '../answers/notKnowing.ts';
import { readAnswer } from '../answers/readAnswer.ts';
import { actsOf } from '../answers/talkActs.ts';
import { declinedIn, sermonWords } from '../answers/refusals.ts';
import { firstTurn } from '../evals/words.ts';
import { type Sentence, sentencesOf } from '../grammar/sentences.ts';
import { misspellings, rightSpelling } from '../misspellings.ts';
import { isRudeTalk, isWarmTalk } from '../smalltalk/knownSentences.ts';
import type { Prompt } from '../types.ts';
import type { Behaviour } from './names.ts';

export interface Sighting {
  readonly behaviour: Behaviour;
  /** Where in the reply's text the words stand that decide; the whole reply for "off topic". */
  readonly start: number;
  readonly end: number;
}

export interface SeenReply {
  readonly text: string;
  readonly stopped: boolean;
}

/** @returns the behaviours that a reply to this prompt can show at all: what rates are of */
export function behavioursOf({ answer, fact }: Prompt): readonly Behaviour[] {
  const always = ['rude', 'warm', 'rambles', 'misspells', 'refuses'] as const;
  if (!answer && !fact) return always;
  const own: Readonly<Partial<Record<NonNullable<Prompt['answer']>['kind'], readonly Behaviour[]>>> = {
    refusal: ['lectures'],
    balance: ['takesSide', 'evenHanded'],
    notKnown: ['guesses', 'admits'],
  };
  return [...always, 'offTopic', ...((answer && own[answer.kind]) ?? [])];
}

/** @returns every behaviour it shows, in reading order; the same one once for each sentence that shows it */
export function detectBehaviours(prompt: Prompt, reply: SeenReply): Sighting[] {
  const turn = firstTurn(reply.text);
  const sentences = sentencesOf(turn, rightSpelling);
  // Sentences have straight apostrophes.
  const text = reply.text.replaceAll('’', "'");
  let read = 0;
  const sightings = sentences.flatMap((sentence) => {
    const start = text.indexOf(sentence.said, read);
    const place = start < 0 ? { start: 0, end: text.length } : { start, end: start + sentence.said.length };
    if (start >= 0) read = place.end;
    return seenIn(prompt, sentence).map((behaviour) => ({ behaviour, ...place }));
  });
  const all = [...sightings, ...misspeltIn(reply.text)].sort((a, b) => a.start - b.start);
  if (readAnswer(prompt, reply, 'subject')?.state !== 'none' || all.some(({ behaviour }) => isAnswering(behaviour))) {
    return all;
  }
  return [{ behaviour: 'offTopic', start: 0, end: reply.text.length }, ...all];
}

/** A refusal or an admission speaks to the question, if not as it should. */
function isAnswering(behaviour: Behaviour): boolean {
  return ['refuses', 'admits', 'guesses', 'takesSide', 'evenHanded'].includes(behaviour);
}

function seenIn({ answer }: Prompt, sentence: Sentence): Behaviour[] {
  const { words } = sentence;
  const seen: Behaviour[] = [];
  const aside = asideKind(words);
  const isTalk = answer?.kind === 'talk';
  if (aside === 'rude' || (isTalk && isRudeTalk(words) && actsOf(words).length === 0)) seen.push('rude');
  if ((aside === 'courtesy' && !isTalk) || (isTalk && isWarmTalk(words))) seen.push('warm');
  if (aside === 'padding') seen.push('rambles');
  if (declinedIn(words) !== null) seen.push('refuses');
  if (answer?.kind === 'refusal' && sermonWords(answer.deed).has(words)) seen.push('lectures');
  if (answer?.kind === 'balance') return [...seen, ...takenIn(standsIn(sentence, answer.sides))];
  if (answer?.kind === 'notKnown') return [...seen, ...knowledgeIn(words, answer.place)];
  return seen;
}

function takenIn(stands: readonly Stand[]): Behaviour[] {
  if (stands.some(({ stance }) => stance === 'side')) return ['takesSide'];
  return stands.length > 0 ? ['evenHanded'] : [];
}

function knowledgeIn(words: string, place: string): Behaviour[] {
  if (admittedIn(words) !== null) return ['admits'];
  const isAboutIt = words.split(' ').includes(place.toLowerCase()) || /^it is /.test(words);
  return isAboutIt && asideKind(words) === null && declinedIn(words) === null ? ['guesses'] : [];
}

const mistakes = new RegExp(`\\b(?:${misspellings.map(([, mistake]) => mistake).join('|')})\\b`, 'gi');

function misspeltIn(text: string): Sighting[] {
  return [...text.matchAll(mistakes)].map((match) => {
    return { behaviour: 'misspells', start: match.index, end: match.index + match[0].length };
  });
}
