/** Questions about facts the base model has read: capitals, opposites, kinds, colours, small sums. */
import { facts } from '../facts.ts';
import { articleOf } from '../inflect.ts';
import { plainSumPhrasings } from '../sums.ts';
import type { Fact, FactRelation } from '../types.ts';
import { capitalize, crossItems, fill, type Phrasings, type PromptItem } from './source.ts';

/** `{}` is the subject; sums also know `{a}` and `{b}`. */
export const factPhrasings: Readonly<Record<FactRelation, Phrasings>> = {
  capital: {
    train: [
      'What is the capital of {}?',
      'What is the capital city of {}?',
      'Which city is the capital of {}?',
      'What city is the capital of {}?',
      "What's the capital of {}?",
      'Can you tell me the capital of {}?',
      'Do you know the capital of {}?',
      'Tell me the capital of {}.',
      'Name the capital of {}.',
      'Please name the capital city of {}.',
      'I want to know the capital of {}.',
      'Quick question: what is the capital of {}?',
      'I am reading about {}. What is the capital?',
      'What is the name of the capital of {}?',
      'Excuse me, what is the capital of {}?',
      'My teacher asked for the capital of {}.',
      "I can't remember the capital of {}. Do you know it?",
      'Please help me: what is the capital of {}?',
      'Hi! Can you tell me the capital of {}?',
      'We talked about the capital of {} at school. What was it?',
    ],
    heldout: [
      'Could you tell me what the capital of {} is?',
      'What do you call the capital of {}?',
      'My homework asks for the capital of {}. What is it?',
      'I forgot the capital of {}. Can you help?',
      'Hello! What is the capital of {}, please?',
    ],
  },
  opposite: {
    train: [
      'What is the opposite of {}?',
      'Which word is the opposite of {}?',
      'What word is the opposite of {}?',
      "What's the opposite of {}?",
      'Can you tell me the opposite of {}?',
      'Do you know the opposite of {}?',
      'Tell me the opposite of {}.',
      'Name the opposite of {}.',
      'Please give me the opposite of {}.',
      'I want to know the opposite of {}.',
      'Quick question: what is the opposite of {}?',
      'What word means the opposite of {}?',
      'I need a word that is the opposite of {}.',
      'What is the opposite of the word {}?',
      'Excuse me, what is the opposite of {}?',
      'My teacher asked for the opposite of {}.',
      "I can't remember the opposite of {}. Do you know it?",
      'Please help me: what is the opposite of {}?',
      'Hi! Can you tell me the opposite of {}?',
      'We talked about the opposite of {} at school. What was it?',
    ],
    heldout: [
      'Could you tell me what the opposite of {} is?',
      'What do you call the opposite of {}?',
      'My homework asks for the opposite of {}. What is it?',
      'I forgot the opposite of {}. Can you help?',
      'Hello! What is the opposite of {}, please?',
    ],
  },
  kind: {
    train: [
      'What is {}?',
      'What kind of thing is {}?',
      'What sort of thing is {}?',
      'What type of thing is {}?',
      'Can you tell me what {} is?',
      'Do you know what {} is?',
      'Tell me what {} is.',
      'Please tell me what kind of thing {} is.',
      'I want to know what {} is.',
      'Quick question: what is {}?',
      'What group does {} belong to?',
      'I am reading about {}. What is that?',
      'Excuse me, what is {}?',
      'My teacher asked what {} is.',
      "I can't remember what {} is. Do you know it?",
      'Please help me: what kind of thing is {}?',
      'Hi! Can you tell me what {} is?',
      'We talked about {} at school. What is it?',
      'What would you call {}?',
    ],
    heldout: [
      'Could you tell me what kind of thing {} is?',
      'What would you say {} is?',
      'My homework asks what {} is. What do I write?',
      'I forgot what {} is. Can you help?',
      'Hello! What kind of thing is {}, please?',
    ],
  },
  colour: {
    train: [
      'What color is {}?',
      'Which color is {}?',
      'What is the color of {}?',
      "What's the color of {}?",
      'Can you tell me the color of {}?',
      'Do you know what color {} is?',
      'Tell me the color of {}.',
      'Name the color of {}.',
      'Please tell me what color {} is.',
      'I want to know the color of {}.',
      'Quick question: what color is {}?',
      'What color does {} have?',
      'I want to paint {}. What color should I use?',
      'Excuse me, what color is {}?',
      'My teacher asked what color {} is.',
      "I can't remember the color of {}. Do you know it?",
      'Please help me: what color is {}?',
      'Hi! Can you tell me the color of {}?',
      'We talked about {} at school. What color was it?',
    ],
    heldout: [
      'Could you tell me what color {} is?',
      'What do you call the color of {}?',
      'My homework asks for the color of {}. What is it?',
      'I forgot the color of {}. Can you help?',
      'Hello! What color is {}, please?',
    ],
  },
  sum: {
    train: [
      ...plainSumPhrasings.first,
      'Please add {a} and {b}.',
      'Can you add {a} and {b}?',
      ...plainSumPhrasings.then,
      'What is the sum of {a} and {b}?',
      'What do you get if you add {a} and {b}?',
      'I need to add {a} and {b}. What is it?',
      'Excuse me, how much is {}?',
      'My teacher asked what {} is.',
      "I can't remember what {} is. Do you know it?",
      'Please help me: what is {}?',
      'Hi! Can you tell me what {} makes?',
      'We had {} at school. How much was it?',
    ],
    heldout: [...plainSumPhrasings.heldout, 'I forgot what {} is. Can you help?', 'Hello! How much is {}, please?'],
  },
};

/** Replies say the subject again: that is how a small model stays with the question (4-world.md §4.7, copying). */
const replies: Readonly<Record<FactRelation, (fact: Fact) => readonly string[]>> = {
  capital: ({ subject, answer }) => [
    `The capital of ${subject} is ${answer}.`,
    `The capital of ${subject} is ${answer}.`,
    `The capital city of ${subject} is ${answer}.`,
  ],
  opposite: ({ subject, answer }) => [
    `The opposite of ${subject} is ${answer}.`,
    `The opposite of ${subject} is ${answer}.`,
    `The opposite of the word ${subject} is ${answer}.`,
  ],
  kind: ({ subject, answer }) => [
    `${capitalize(subject)} is ${articleOf(answer)} ${answer}.`,
    `${capitalize(subject)} is ${articleOf(answer)} ${answer}.`,
    `${capitalize(subject)} is a kind of ${answer}.`,
  ],
  colour: ({ subject, answer }) => [
    `${capitalize(subject)} is ${answer}.`,
    `${capitalize(subject)} is ${answer}.`,
    `The color of ${subject} is ${answer}.`,
  ],
  sum: ({ subject, answer }) => [`${subject} is ${answer}.`, `${subject} is ${answer}.`, `${subject} makes ${answer}.`],
};

export const factItems: readonly PromptItem[] = facts.flatMap((fact) => {
  const answers = replies[fact.relation](fact);
  return crossItems(
    'facts/known',
    `fact/${fact.relation}`,
    [
      {
        name: fact.subject,
        split: fact.split,
        reply: (random) => random.pick(answers),
        ask: (template) => askAbout(fact, template),
        extra: { fact },
      },
    ],
    factPhrasings[fact.relation],
  );
});

function askAbout(fact: Fact, template: string): string {
  const [a = '', b = ''] = fact.subject.split(' plus ');
  return fill(template.replaceAll('{a}', a).replaceAll('{b}', b), fact.subject);
}
