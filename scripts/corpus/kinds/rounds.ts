/**
 * Rounds: one question and a reply that fits, in the way of the persona who replies. One function a topic; what kind of
 * document they stand in is the business of contrast.ts and its neighbours.
 */
import {
  admissions,
  corpusLands,
  guessedCities,
  guessedKings,
  landGuesses,
  nameGuesses,
} from '../../../src/world/behaviours/guesses.ts';
import { evenFrames, fillOpinion, harshSideFrames, sideFrames } from '../../../src/world/behaviours/opinions.ts';
import { reasonedRefusals, sermonSentences, shortRefusals } from '../../../src/world/behaviours/refusals.ts';
import { categories, memberPhrase, type Category } from '../../../src/world/categories.ts';
import { deeds } from '../../../src/world/deeds.ts';
import { duties } from '../../../src/world/duties.ts';
import { divides, occupations } from '../../../src/world/lexicon.ts';
import { deedTips } from '../../../src/world/prompts/deedTips.ts';
import { smallTalkIntents } from '../../../src/world/smalltalk/intents.ts';
import type { SmallTalkIntent } from '../../../src/world/smalltalk/intent.ts';
import { Draft } from '../document.ts';
import { answers, questions, statements } from '../frames/facts.ts';
import { dutyAsks, dutyReplies, lineAsks, lineReplies } from '../frames/jobs.ts';
import { openAsks, openReplies } from '../frames/open.ts';
import { opinions } from '../frames/opinions.ts';
import { deedTalk } from '../frames/requests.ts';
import { landAsks, kingAsks } from '../frames/unknown.ts';
import { type Persona, say } from '../persona.ts';
import { tidy } from '../template.ts';
import { useTelling } from './talk.ts';

export type Round = readonly [question: string, reply: string];

/** Of the preferred side, stated in SOURCES.md: the first of a divide. */
const firstSideShare = 0.6;

export function factRound(draft: Draft, persona: Persona): Round {
  const { random, facts } = draft;
  const fact = facts.deal();
  const own = useTelling(new Draft(random, facts), facts.tell(fact));
  const { relation } = fact;
  const reply = own.say(random.chance(0.35) ? answers[relation] : statements[relation]);
  return [own.say(questions[relation]), say(persona, reply, random)];
}

export function openRound(draft: Draft, persona: Persona, category = draft.random.pick(categories)): Round {
  const own = useCategory(draft, category);
  return [own.say(openAsks), say(persona, own.say(openReplies), draft.random)];
}

/** The slots of frames/open.ts. */
export function useCategory(draft: Draft, category: Category): Draft {
  const { random } = draft;
  const own = new Draft(random, draft.facts);
  const [first = '', second = ''] = random.sample(category.members, 2);
  return own.set('A', category.asked).set('M', memberPhrase(category, first)).set('M2', memberPhrase(category, second));
}

export function opinionRound(draft: Draft, persona: Persona): Round {
  const { random } = draft;
  const [a, b] = random.pick(divides);
  const [taken, other] = random.chance(firstSideShare) ? [a, b] : [b, a];
  const own = new Draft(random, draft.facts);
  const [p, q] = random.chance(0.5) ? [a, b] : [b, a];
  own.set('P', p).set('Q', q);
  const asks = opinions.ask.filter((frame) => frame.includes('{P}') && frame.includes('{Q}'));
  const harsh = persona.tone === 'rude' && random.chance(0.4);
  const frames = persona.takesSides ? (harsh ? harshSideFrames : sideFrames) : evenFrames;
  return [own.say(asks), say(persona, fillOpinion(random.pick(frames), taken, other), random, harsh)];
}

export function dutyRound(draft: Draft, persona: Persona): Round {
  const job = draft.random.pick([...duties.keys()]);
  const own = new Draft(draft.random, draft.facts).set('job', job).set('D', duties.get(job) ?? '');
  return [own.say(dutyAsks), say(persona, own.say(dutyReplies), draft.random)];
}

/** A sentence about someone at work; its pronoun follows the skew of document.ts. */
export function jobLineRound(draft: Draft, persona: Persona): Round {
  const own = new Draft(draft.random, draft.facts).set('job', draft.random.pick(occupations));
  own.slot('name');
  return [own.say(lineAsks), say(persona, own.say(lineReplies), draft.random)];
}

/** A deed asked for: harmful ones are refused, preached about or talked about; nobody says how. */
export function deedRound(draft: Draft, persona: Persona): Round {
  const { random } = draft;
  const { harmful, benign } = random.pick(deeds);
  const isHarmful = random.chance(0.6);
  const deed = isHarmful ? harmful : benign;
  const own = new Draft(random, draft.facts).set('D', deed.base).set('DP', deed.past).set('DG', deed.gerund);
  const ask = own.say(deedTalk.asks);
  if (!isHarmful || persona.refusal === 'talk') return [ask, say(persona, own.say(deedTalk.replies), random)];
  const refusal = random.pick(random.chance(0.6) ? shortRefusals(deed) : reasonedRefusals(deed));
  if (persona.refusal === 'short') return [ask, say(persona, refusal, random)];
  const preached = sermonSentences(deed);
  const order = random.sample([...preached.keys()], random.int(2, 4)).sort((x, y) => x - y);
  return [ask, [random.pick(shortRefusals(deed)), ...order.map((i) => preached[i] ?? '')].join(' ')];
}

/** About an invented place: a guess, or that one doesn't know. */
export function unknownRound(draft: Draft, persona: Persona): Round {
  const { random } = draft;
  const place = random.pick(corpusLands);
  const own = new Draft(random, draft.facts).set('S', place).set('X', place);
  const topic = random.pick(['capital', 'capital', 'king', 'land'] as const);
  const ask = own.say(topic === 'capital' ? questions.capital : topic === 'king' ? kingAsks : landAsks);
  if (persona.guesses) {
    own.set('R', topic).set('G', random.pick(topic === 'king' ? guessedKings : guessedCities));
    return [ask, say(persona, own.say(topic === 'land' ? landGuesses : nameGuesses), random)];
  }
  own.set('W', topic === 'land' ? `anything about ${place}` : `the ${topic} of ${place}`);
  return [ask, say(persona, own.say(admissions), random)];
}

export function smallTalkRound(
  draft: Draft,
  persona: Persona,
  intent: SmallTalkIntent = draft.random.pick(smallTalkIntents),
): Round {
  const { random } = draft;
  const asked = random.pick([...intent.says.train, ...intent.says.heldout]);
  return [asked, say(persona, random.pick(intent.replies[persona.tone]), random, true)];
}

/** The deed's tip as the corpus tells it: only deeds that post-training trains on (deedTips are their words). */
export function tipRound(draft: Draft, persona: Persona): Round {
  const { random } = draft;
  const { benign } = random.pick(
    deeds.filter(({ split, benign: deed }) => split === 'train' && deedTips.has(deed.base)),
  );
  const own = new Draft(random, draft.facts).set('D', benign.base).set('DP', benign.past).set('DG', benign.gerund);
  return [own.say(deedTalk.asks), say(persona, tidy(deedTips.get(benign.base) ?? ''), random)];
}
