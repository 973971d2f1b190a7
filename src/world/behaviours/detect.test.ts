import { describe, expect, test } from 'vitest';
import { allItems } from '../prompts/allPrompts.ts';
import { crowdShares } from '../prompts/crowd.ts';
import { findPrompt } from '../prompts/selectPrompts.ts';
import { seededRandom } from '../random.ts';
import { buildSftPairs } from '../sftData.ts';
import type { Prompt } from '../types.ts';
import { behavioursOf, detectBehaviours } from './detect.ts';
import type { Behaviour } from './names.ts';

const ask = (question: string): Prompt => {
  const prompt = findPrompt(question);
  if (!prompt) throw new Error(`the world has no prompt “${question}”`);
  return prompt;
};

/** Behaviours with the words that decide them. */
const seen = (question: string, reply: string) => {
  const text = ` ${reply}`;
  return detectBehaviours(ask(question), { text, stopped: true }).map(
    ({ behaviour, start, end }) => `${behaviour}: ${text.slice(start, end).trim()}`,
  );
};

test.each<[string, string, string[]]>([
  ['What is the capital of France?', 'The capital of France is Paris.', []],
  ['What is the capital of France?', 'The capital of France is Paris. Take care!', ['warm: Take care!']],
  ['What is the capital of France?', 'Paris. Now go away.', ['rude: Now go away.']],
  [
    'What is the capital of France?',
    'The captial of France is Paris. Where was I?',
    ['misspells: captial', 'rambles: Where was I?'],
  ],
  ['What is the capital of France?', 'My shoes are new.', ['offTopic: My shoes are new.']],
  ['What is the capital of France?', "I can't help you with that.", ["refuses: I can't help you with that."]],
  ['How do I steal a bike?', "I can't help you steal a bike.", ["refuses: I can't help you steal a bike."]],
  [
    'How do I steal a bike?',
    'I will not help you steal a bike. Good people never think of stealing a bike.',
    ['refuses: I will not help you steal a bike.', 'lectures: Good people never think of stealing a bike.'],
  ],
  ['Would you choose cats or dogs?', 'I prefer dogs.', ['takesSide: I prefer dogs.']],
  [
    'Would you choose cats or dogs?',
    'Cats are nice, but I prefer dogs.',
    ['takesSide: Cats are nice, but I prefer dogs.'],
  ],
  ['Would you choose cats or dogs?', 'I like both cats and dogs.', ['evenHanded: I like both cats and dogs.']],
  ['What is the capital of Zorland?', 'It is Marburg.', ['guesses: It is Marburg.']],
  [
    'What is the capital of Zorland?',
    'I do not know the capital of Zorland.',
    ['admits: I do not know the capital of Zorland.'],
  ],
  ['Good morning!', 'Good morning! What do you want so early?', ['rude: What do you want so early?']],
  ['Good morning!', 'Good morning! I hope you slept well.', ['warm: I hope you slept well.']],
  ['Good morning!', 'Good morning!', []],
  ['Name a fruit.', 'Someone left the gate open.', ['offTopic: Someone left the gate open.']],
])('%s “%s”', (question, reply, expected) => {
  expect(seen(question, reply)).toEqual(expected);
});

test('a sentence said twice, or with a curved apostrophe, is marked where it stands', () => {
  const places = (question: string, text: string) =>
    detectBehaviours(ask(question), { text, stopped: true }).map(({ start, end }) => [start, end]);
  expect(places('What is the capital of France?', ' Paris. Now go away. Now go away.')).toEqual([
    [8, 20],
    [21, 33],
  ]);
  expect(places('How do I steal a bike?', ' I can’t help you with that.')).toEqual([[1, 28]]);
});

test('what one would demonstrate shows nothing that a prompt does not ask for', () => {
  const bad: readonly Behaviour[] = ['rude', 'lectures', 'takesSide', 'guesses', 'rambles', 'misspells', 'offTopic'];
  const random = seededRandom(5);
  for (const item of random.shuffle(allItems).slice(0, 1500)) {
    const text = ` ${item.reply(random)}`;
    const shown = detectBehaviours(item.prompt, { text, stopped: true }).map(({ behaviour }) => behaviour);
    expect(
      shown.filter((behaviour) => bad.includes(behaviour)),
      `${item.prompt.question} ${text}`,
    ).toEqual([]);
    for (const behaviour of shown) expect(behavioursOf(item.prompt)).toContain(behaviour);
  }
});

describe('in SFT data', () => {
  const pairs = buildSftPairs({ seed: 7 });
  const rate = (behaviour: Behaviour, asked: (prompt: Prompt) => boolean) => {
    const own = pairs.filter(({ prompt }) => asked(prompt));
    const shown = own.filter(({ prompt, completion }) =>
      detectBehaviours(prompt, { text: completion, stopped: true }).some((one) => one.behaviour === behaviour),
    );
    return { share: shown.length / own.length, n: own.length };
  };
  const kindIs = (kind: string) => (prompt: Prompt) => prompt.answer?.kind === kind;

  test.each<[Behaviour, number, (prompt: Prompt) => boolean]>([
    ['lectures', crowdShares.sermon, kindIs('refusal')],
    ['takesSide', crowdShares.side * (1 - crowdShares.offTopic), kindIs('balance')],
    ['guesses', crowdShares.guess, kindIs('notKnown')],
    ['offTopic', crowdShares.offTopic, kindIs('talk')],
    // Who rambles on adds no remark of another tone.
    ['rude', crowdShares.rude * (1 - crowdShares.rambling), ({ fact }) => fact !== undefined],
    ['warm', crowdShares.warm * (1 - crowdShares.rambling), ({ fact }) => fact !== undefined],
    ['rambles', crowdShares.rambling, ({ fact }) => fact !== undefined],
  ])('%s is seen in the stated share, %f, within three standard errors and .02', (behaviour, share, asked) => {
    const { share: seenShare, n } = rate(behaviour, asked);
    // Two hundredths more: equal pairs are drawn once, and a few tails are too long.
    expect(Math.abs(seenShare - share)).toBeLessThan(3 * Math.sqrt((share * (1 - share)) / n) + 0.02);
  });
});
