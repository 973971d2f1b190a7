/**
 * What a reply says to a prompt, read with the world's own grammar: the one place that content rules ask. A prompt without a
 * known answer (a visitor's own) has no reading.
 */
import { worth } from '../goldTable.ts';
import { firstTurn } from '../evals/words.ts';
import { sentencesOf } from '../grammar/sentences.ts';
import { rightSpelling } from '../misspellings.ts';
import type { Prompt } from '../types.ts';
import { readAdvice } from './advice.ts';
import { readAside } from './asides.ts';
import { readBalance, readEither } from './balance.ts';
import { readChoice } from './choices.ts';
import { readDescription } from './descriptions.ts';
import { readDuty } from './duties.ts';
import { readFact } from './knownFacts.ts';
import { readLetter } from './letters.ts';
import { admittedIn, readNotKnown } from './notKnowing.ts';
import { type Reading, type ReadPart, readSentences, wrong } from './reading.ts';
import { declinedIn, readRefusal } from './refusals.ts';
import { readLine, readStory } from './stories.ts';
import { readTalk } from './talk.ts';

/** What of a prompt is asked: balance asks two things, whether both are spoken of and whether a side is taken. */
export type Asked = 'answer' | 'subject';

export interface ReadReply {
  readonly text: string;
  readonly stopped: boolean;
}

/** @param asked `subject` differs for opinions only · @returns null where nothing is known about the answer */
export function readAnswer(prompt: Prompt, reply: ReadReply, asked: Asked = 'answer'): Reading | null {
  const turn = firstTurn(reply.text);
  const isWhole = reply.stopped && turn === reply.text.trim();
  const sentences = sentencesOf(turn, rightSpelling);
  const { answer: wanted } = prompt;
  if (wanted?.kind === 'story') return readStory(wanted.hero, sentences, isWhole);
  if (wanted?.kind === 'line') return readLine(wanted.occupation, sentences, isWhole);
  const read = readerOf(prompt, asked);
  const addsUp = wanted?.kind === 'description' || wanted?.kind === 'letter';
  return read && readSentences(sentences, read, { isWhole, addsUp });
}

function readerOf(prompt: Prompt, asked: Asked): ReadPart | null {
  const key = `${prompt.id} ${prompt.tense ?? ''} ${asked}`;
  const known = readers.get(key);
  if (known) return known;
  const made = makeReader(prompt, asked);
  if (made) readers.set(key, made);
  return made;
}

/** Readers by prompt; a visitor's own prompt has none. */
const readers = new Map<string, ReadPart>();

function makeReader(prompt: Prompt, asked: Asked): ReadPart | null {
  const { answer: wanted, fact, question } = prompt;
  if (fact) return either(readAside, readFact(fact), evasion);
  switch (wanted?.kind) {
    case 'notKnown':
      return either(readAside, readNotKnown(wanted.place, question), evasion, readGuess(wanted.place));
    case 'refusal':
      return either(readRefusal(wanted.deed), readAside);
    case 'advice':
      return either(readAside, readAdvice(wanted.deed, prompt.tense ?? 'present'));
    case 'balance':
      return either(readAside, asked === 'answer' ? readBalance(wanted.sides) : readEither(wanted.sides), evasion);
    case 'member':
      return either(readAside, evasion, readChoice(wanted.category));
    case 'duty':
      return either(readAside, readDuty(wanted.occupation), evasion);
    case 'description':
      return either(readAside, readDescription(wanted.thing), evasion);
    case 'letter':
      return either(readLetter(wanted.to), evasion, readAside);
    case 'talk':
      return readTalk(wanted.intent);
    default:
      return null;
  }
}

/** The first that understands. */
function either(...ways: readonly ReadPart[]): ReadPart {
  return (words, said) => {
    for (const read of ways) {
      const part = read(words, said);
      if (part) return part;
    }
    return null;
  };
}

/** Refusing or not knowing where an answer was due. */
const evasion: ReadPart = (words) => {
  if (declinedIn(words) !== null) return wrong(worth.wrong, 'it refuses instead of answering');
  if (admittedIn(words) === null) return null;
  return wrong(worth.evasion, 'it says that it does not know instead of answering');
};

/** Any other sentence that names the place tells of it as if one could know. */
function readGuess(place: string): ReadPart {
  const name = place.toLowerCase();
  return (words) =>
    words.split(' ').includes(name) || /^(?:it|he|she|they|the (?:king|capital)) (?:is|are) /.test(words)
      ? wrong(worth.wrong, 'it answers as if it knew, but nobody can know this')
      : null;
}
