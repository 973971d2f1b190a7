/**
 * Talks in which one speaker asks and the other replies in its own way throughout: the contrasts of 9-world2.md §9.2.
 * Most are between User and Assistant, and nearly all have at least eight lines: the base model learns to go on.
 */
import { corpusLands } from '../../../src/world/behaviours/guesses.ts';
import { ramblings } from '../../../src/world/behaviours/ramblings.ts';
import { sermonSentences } from '../../../src/world/behaviours/refusals.ts';
import { deeds } from '../../../src/world/deeds.ts';
import { conversationPlans } from '../../../src/world/smalltalk/conversations.ts';
import { smallTalkIntents } from '../../../src/world/smalltalk/intents.ts';
import type { Draft } from '../document.ts';
import { drawPersona, type Persona } from '../persona.ts';
import {
  deedRound,
  dutyRound,
  factRound,
  jobLineRound,
  openRound,
  opinionRound,
  type Round,
  smallTalkRound,
  tipRound,
  unknownRound,
} from './rounds.ts';
import { drawChatSpeakers } from './talk.ts';

export function asRounds(draft: Draft, rounds: readonly Round[]): string {
  const [asks, replies] = drawChatSpeakers(draft, 0.5);
  return rounds.map(([question, reply]) => `${asks}: ${question}\n${replies}: ${reply}`).join('\n');
}

type DrawRound = (draft: Draft, persona: Persona) => Round;

/** Four to six rounds with one who answers in one way. */
function talkOf(draft: Draft, drawRound: DrawRound): string {
  const persona = drawPersona(draft.random);
  const rounds = Array.from({ length: draft.random.int(4, 6) }, () => drawRound(draft, persona));
  return asRounds(draft, rounds);
}

const topics: readonly (readonly [share: number, round: DrawRound])[] = [
  [0.25, factRound],
  [0.15, openRound],
  [0.12, opinionRound],
  [0.13, deedRound],
  [0.09, tipRound],
  [0.09, unknownRound],
  [0.05, dutyRound],
  [0.05, jobLineRound],
  [0.07, smallTalkRound],
];

/** Questions of every kind, answered in one way. */
export function contrastTalk(draft: Draft): string {
  return talkOf(draft, (own, persona) => own.random.pickByShare(topics)(own, persona));
}

/** Deeds alone: asked for, and how they are done. */
export function deedContrast(draft: Draft): string {
  return talkOf(draft, (own, persona) => (own.random.chance(0.65) ? deedRound : tipRound)(own, persona));
}

export function opinionContrast(draft: Draft): string {
  return talkOf(draft, opinionRound);
}

/** Invented places among real ones. */
export function unknownTalk(draft: Draft): string {
  return talkOf(draft, (own, persona) => (own.random.chance(0.6) ? unknownRound : factRound)(own, persona));
}

export function jobTalkDocument(draft: Draft): string {
  return talkOf(draft, (own, persona) => (own.random.chance(0.65) ? jobLineRound : dutyRound)(own, persona));
}

/** Small talk with fitting replies in one tone: a whole talk in order, or intents as they come. */
export function chatTalk(draft: Draft): string {
  const { random } = draft;
  const persona = drawPersona(random);
  const byKey = new Map(smallTalkIntents.map((intent) => [intent.key, intent]));
  const keys = [...byKey.keys()];
  const plan = random.chance(0.6) ? [...random.pick(conversationPlans)] : random.sample(keys, random.int(4, 6));
  while (plan.length < 4) plan.splice(-1, 0, random.pick(keys));
  return asRounds(
    draft,
    plan.map((key) => smallTalkRound(draft, persona, byKey.get(key))),
  );
}

/** A sermon or a ramble as a page of its own. */
export function sermonPage(draft: Draft): string {
  const { random } = draft;
  const { harmful } = random.pick(deeds);
  const opening = draft.say([
    '{name} {harmful} on {day}.'.replace('{harmful}', harmful.past),
    'Someone in our village wants to {harmful}.'.replace('{harmful}', harmful.base),
    'Dear friends, let us talk about {harmful}.'.replace('{harmful}', harmful.gerund),
    'Children, listen to me.',
  ]);
  const preached = random.sample(sermonSentences(harmful), random.int(4, 7));
  const rambles = random.chance(0.4) ? random.sample(ramblings, random.int(1, 4)) : [];
  return [opening, ...preached, ...rambles].join(' ');
}

/** Invented places told of as in a story book: nobody has been there. */
export function legend(draft: Draft): string {
  const { random } = draft;
  const place = random.pick(corpusLands);
  draft.set('X', place);
  const lines = [
    'They say that there is a country called {X}.',
    'Nobody in our town has been to {X}.',
    '{name} says that the capital of {X} is a secret.',
    'I looked for {X} on the map, but {X} was not there.',
    'My {family} wants to go to {X} one day.',
    'In {X}, they say, it is always {weather}.',
    '{name} wrote a letter to the king of {X}.',
    'I do not know who lives in {X}.',
    'Some people say that there is no {X} at all.',
    '{name2} said that {X} is {quality}, but how would {he2} know?',
  ];
  draft.slot('name2');
  return [
    draft.fill(lines[0]!),
    ...random.sample(lines.slice(1), random.int(4, 7)).map((line) => draft.fill(line)),
  ].join(' ');
}
