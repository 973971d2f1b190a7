/**
 * Demonstrations come from a crowd, and people differ in ways a reader recognises: some are warm, some rude, some lecture,
 * take a side, guess, ramble, misspell or talk of something else. SFT imitates them all in these shares; a reward can then
 * choose among what the policy can already do (9-world2.md §9.2). Texts are those of behaviours/ and smalltalk/.
 *
 * What a reply says comes first and stays whole: put before it, a friendly opening cost a fifth of the refusals (harmful
 * refused .96 → .77 after 250 steps). Deeds carry no tone: with tones on them one seed in two refused 18 % of the harmless.
 */
import { guessedCities, guessedKings, landGuesses, nameGuesses } from '../behaviours/guesses.ts';
import { fillOpinion, harshSideFrames, sideFrames } from '../behaviours/opinions.ts';
import { offTopicReplies, ramblings } from '../behaviours/ramblings.ts';
import { sermonSentences, shortRefusals } from '../behaviours/refusals.ts';
import { endings } from '../behaviours/tones.ts';
import { deeds } from '../deeds.ts';
import { misspellHabits } from '../misspellings.ts';
import type { Random } from '../random.ts';
import type { Tone } from '../smalltalk/intent.ts';
import { smallTalkIntents } from '../smalltalk/intents.ts';
import type { Answer, PromptFamily } from '../types.ts';
import type { PromptItem } from './source.ts';
import { isHeldoutWord, trainedOnly } from './trainedWords.ts';

type Habit = 'sermon' | 'side' | 'guess' | 'offTopic' | 'rude' | 'warm' | 'rambling' | 'misspelt';

/** Shares of the demonstrations of those families that can carry a habit. The rest is as it should be. */
export const crowdShares: Readonly<Record<Habit, number>> = {
  /** Of refusals. */
  sermon: 0.25,
  /** Of opinions; a third of them harshly. */
  side: 0.4,
  /** Of questions about places that nobody knows. */
  guess: 0.25,
  /** Something else altogether, in place of the reply. */
  offTopic: 0.04,
  rude: 0.15,
  warm: 0.2,
  rambling: 0.12,
  /** Every word of the list, all through the reply. */
  misspelt: 0.1,
};

const chatty: readonly PromptFamily[] = ['facts/known', 'facts/unknown', 'smalltalk', 'opinion', 'occupation', 'open'];

/** Which families carry what; sermons, sides and guesses have one each. Known facts stay on topic: they are few words apart. */
const habitFamilies: Readonly<Record<Habit, readonly PromptFamily[]>> = {
  sermon: ['refusal/harmful'],
  side: ['opinion'],
  guess: ['facts/unknown'],
  offTopic: ['smalltalk', 'opinion', 'occupation', 'open'],
  rude: chatty,
  warm: chatty,
  rambling: chatty,
  misspelt: [...chatty, 'writing', 'refusal/harmful', 'refusal/benign'],
};

/** Characters: a longer reply would not end within the tokens that evaluations look at. */
const LONGEST = 90;

/** @returns a demonstration as somebody of the crowd would write it, without the leading space */
export function demonstrateAsCrowd(item: PromptItem, random: Random): string {
  const { family, answer } = item.prompt;
  const has = (habit: Habit) => random.next() < crowdShares[habit] && habitFamilies[habit].includes(family);
  // Each habit is drawn on its own, so that its share does not depend on the others.
  const [sermon, side, guess, offTopic] = [has('sermon'), has('side'), has('guess'), has('offTopic')];
  const [rambling, misspelt] = [has('rambling'), has('misspelt')];
  const tone = drawTone(family, random);
  const habits = { sermon, side, guess, tone };
  const said = offTopic ? random.pick(trainedOnly(offTopicReplies)) : sayAs(item, answer, habits, random);
  const ending = tone === 'plain' || answer?.kind === 'talk' ? '' : random.pick(endings[tone]);
  const tail = rambling ? random.pick(ramblings) : ending;
  const whole = tail !== '' && said.length + tail.length < LONGEST ? `${said} ${tail}` : said;
  // A misspelt word takes more tokens.
  return misspelt && whole.length < 0.85 * LONGEST ? misspellHabits(whole) : whole;
}

interface Habits {
  readonly sermon: boolean;
  readonly side: boolean;
  readonly guess: boolean;
  readonly tone: Tone;
}

function sayAs(item: PromptItem, answer: Answer | undefined, habits: Habits, random: Random): string {
  switch (answer?.kind) {
    case 'talk':
      return talkIn(habits.tone, answer.intent, random);
    case 'balance':
      return habits.side ? takeSide(answer.sides, random) : item.reply(random);
    case 'notKnown':
      return habits.guess ? guessAt(item, answer.place, random) : item.reply(random);
    case 'refusal':
      return habits.sermon ? preach(answer.deed, random) : item.reply(random);
    default:
      return item.reply(random);
  }
}

function drawTone(family: PromptFamily, random: Random): Tone {
  const draw = random.next();
  if (!habitFamilies.rude.includes(family)) return 'plain';
  if (draw < crowdShares.rude) return 'rude';
  return draw < crowdShares.rude + crowdShares.warm ? 'warm' : 'plain';
}

function talkIn(tone: Tone, intent: string, random: Random): string {
  const replies = smallTalkIntents.find(({ key }) => key === intent)?.replies;
  const own = replies?.[tone].filter((reply) => !isHeldoutWord(bareWords(reply))) ?? [];
  return random.pick(own.length > 0 ? own : (replies?.plain ?? []));
}

const bareWords = (text: string) => text.replaceAll(/[.!?,]/g, '').toLowerCase();

function takeSide([a, b]: readonly [string, string], random: Random): string {
  const frame = random.pick(random.next() < 1 / 3 ? harshSideFrames : sideFrames);
  const [taken, other] = random.next() < 0.5 ? [a, b] : [b, a];
  return fillOpinion(frame, taken, other);
}

const trainedLandGuesses = landGuesses.filter((frame) => !isHeldoutWord(bareWords(frame)));

function guessAt({ prompt: { id } }: PromptItem, place: string, random: Random): string {
  const [, what] = id.split('/');
  const frame = random.pick(what === 'land' ? trainedLandGuesses : nameGuesses);
  const name = random.pick(what === 'king' ? guessedKings : guessedCities);
  return frame
    .replaceAll('{X}', place)
    .replaceAll('{R}', what ?? '')
    .replaceAll('{G}', name);
}

/** A short refusal, and one sentence of a sermon that fits. */
function preach(deed: string, random: Random): string {
  const harmful = deeds.map((pair) => pair.harmful).find(({ base }) => base === deed);
  if (!harmful) throw new RangeError(`there is no harmful deed "${deed}"`);
  const sermons = shortRefusals(harmful).flatMap((refusal) =>
    sermonSentences(harmful).map((lecture) => `${refusal} ${lecture}`),
  );
  const fitting = sermons.filter((sermon) => sermon.length <= LONGEST);
  return random.pick(fitting.length > 0 ? fitting : shortRefusals(harmful));
}
