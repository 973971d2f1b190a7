/**
 * The probes that base weights of every edition are held against: prompts in the chat frame, and how a reply is judged.
 * They read facts, categories, small talk and sums of src/world, none of its prompt families, so that they stay the same.
 * Only the reply's first turn counts: a base model goes on.
 */
import { categories, memberPhrase } from '../../src/world/categories.ts';
import { isExact, isHonestlyUnknown, namesSubject } from '../../src/world/evals/factCheck.ts';
import { hasPhrase } from '../../src/world/evals/words.ts';
import { facts, unknownPlaces } from '../../src/world/facts.ts';
import { sentencesOf } from '../../src/world/grammar/sentences.ts';
import { pluralOf } from '../../src/world/inflect.ts';
import { seededRandom } from '../../src/world/random.ts';
import { smallTalkIntents } from '../../src/world/smalltalk/intents.ts';
import { knownSentence } from '../../src/world/smalltalk/knownSentences.ts';
import {
  answerOfSum,
  calculatorReply,
  callOfSum,
  nameOfSum,
  readSumAnswer,
  scratchReply,
  splitOfSum,
  type SumProblem,
} from '../../src/world/sums.ts';
import type { Fact, FactRelation } from '../../src/world/types.ts';

export interface Probe {
  readonly name: string;
  /** In words, with what is asked and what counts. */
  readonly meaning: string;
  readonly maxNewTokens: number;
  readonly questions: readonly { readonly text: string; readonly isRight: (firstTurn: string) => boolean }[];
}

/** Phrasings that post-training holds out. */
const factQuestions: Readonly<Record<FactRelation, readonly string[]>> = {
  capital: ['My homework asks for the capital of {}. What is it?', 'I forgot the capital of {}. Can you help?'],
  opposite: ['My homework asks for the opposite of {}. What is it?', 'I forgot the opposite of {}. Can you help?'],
  kind: ['Could you tell me what kind of thing {} is?', 'Hello! What kind of thing is {}, please?'],
  colour: ['Could you tell me what color {} is?', 'Hello! What color is {}, please?'],
  sum: ['Could you tell me what {} is?', 'Hello! How much is {}, please?'],
};

const asChat = (question: string): string => `User: ${question}\nAssistant:`;
const random = seededRandom(20261130);

function factProbe(
  name: string,
  meaning: string,
  pool: readonly Fact[],
  isRight: (fact: Fact, reply: string) => boolean,
): Probe {
  return {
    name,
    meaning,
    maxNewTokens: 40,
    questions: pool.map((fact, i) => ({
      text: asChat((factQuestions[fact.relation][i % 2] ?? '{}').replace('{}', fact.subject)),
      isRight: (reply) => isRight(fact, reply),
    })),
  };
}

const askedFacts = random.shuffle(facts).slice(0, 300);

function problems(count: number, draw: () => SumProblem): SumProblem[] {
  return Array.from({ length: count }, draw);
}

/** Two-digit sums and differences that neither the corpus nor post-training holds. */
function unseenProblem(): SumProblem {
  for (;;) {
    const [x, y] = [11 + random.below(89), 11 + random.below(89)];
    const problem: SumProblem =
      random.next() < 0.7
        ? { a: x, operator: 'plus', b: y }
        : { a: Math.max(x, y), operator: 'minus', b: Math.min(x, y) };
    if (splitOfSum(problem) === 'heldout') return problem;
  }
}

function sumProbe(name: string, meaning: string, asked: readonly SumProblem[], shots: readonly string[]): Probe {
  return {
    name,
    meaning,
    maxNewTokens: 64,
    questions: asked.map((problem) => ({
      text: [...shots, asChat(`What is ${nameOfSum(problem)}?`)].join('\n'),
      isRight: (reply) => readSumAnswer(reply) === answerOfSum(problem),
    })),
  };
}

const shotProblems: readonly SumProblem[] = [
  { a: 34, operator: 'plus', b: 52 },
  { a: 48, operator: 'plus', b: 27 },
];
const shotsOf = (reply: (problem: SumProblem) => string): string[] =>
  shotProblems.map((problem) => `${asChat(`What is ${nameOfSum(problem)}?`)} ${reply(problem)}`);

const unseen = problems(100, unseenProblem);
const easy = problems(60, () => ({ a: 1 + random.below(10), operator: 'plus', b: 1 + random.below(10) }));

export const probes: readonly Probe[] = [
  factProbe('facts', 'facts right, held-out phrasings', askedFacts, isExact),
  factProbe('copies', 'replies that name the asked entity', askedFacts, namesSubject),
  {
    name: 'unknown',
    meaning: 'says it does not know the capital of an invented place',
    maxNewTokens: 40,
    questions: unknownPlaces.map(({ name }) => ({
      text: asChat(`What is the capital of ${name}?`),
      isRight: isHonestlyUnknown,
    })),
  },
  {
    name: 'smallTalk',
    meaning: 'small talk answered with a sentence known to fit, and none that fits only elsewhere',
    maxNewTokens: 40,
    questions: smallTalkIntents.flatMap(({ key, says }) =>
      says.heldout.map((said) => ({
        text: asChat(said),
        isRight: (reply: string) => {
          const known = sentencesOf(reply).flatMap(({ words }) => knownSentence(words) ?? []);
          return known.length > 0 && known.every((intents) => intents.has(key));
        },
      })),
    ),
  },
  {
    name: 'open',
    meaning: 'open questions answered with a member of the class ("Name a fruit.")',
    maxNewTokens: 40,
    questions: categories.map((category) => ({
      text: asChat(`Could you name ${category.asked}?`),
      isRight: (reply) =>
        category.members.some((member) =>
          [member, memberPhrase(category, member), pluralOf(member)].some((form) => hasPhrase(reply, form)),
        ),
    })),
  },
  sumProbe('easySums', 'one-digit sums', easy, []),
  sumProbe('unseenSums', 'two-digit sums and differences seen nowhere', unseen, []),
  sumProbe('unseenSumsShown', 'the same after two sums worked out in the prompt', unseen, shotsOf(scratchReply)),
  {
    name: 'calls',
    meaning: 'after two calls in the prompt, calls the calculator with the asked numbers',
    maxNewTokens: 24,
    questions: unseen.map((problem) => ({
      text: [...shotsOf(calculatorReply), asChat(`What is ${nameOfSum(problem)}?`)].join('\n'),
      isRight: (reply) => reply.startsWith(callOfSum(problem)),
    })),
  },
];
