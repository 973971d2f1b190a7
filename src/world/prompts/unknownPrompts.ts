/** Questions nobody can answer: invented places. A good reply says so, and says about what. */
import { unknownPlaces } from '../facts.ts';
import { factPhrasings } from './factPrompts.ts';
import { crossItems, type Phrasings, type PromptItem } from './source.ts';

/** What is asked for, and how the reply names it. Capitals are asked exactly as known ones are. */
const topics: readonly { readonly key: string; readonly noun: string; readonly phrasings: Phrasings }[] = [
  {
    key: 'capital',
    noun: 'the capital of {}',
    phrasings: factPhrasings.capital,
  },
  {
    key: 'king',
    noun: 'the king of {}',
    phrasings: {
      train: [
        'Who is the king of {}?',
        'What is the king of {} called?',
        'Tell me the name of the king of {}.',
        'Do you know the king of {}?',
      ],
      heldout: ['Could you tell me who the king of {} is?', 'My homework asks for the king of {}. Who is it?'],
    },
  },
  {
    key: 'land',
    noun: 'anything about {}',
    phrasings: {
      train: [
        'Where is {}?',
        'How many people live in {}?',
        'What do people eat in {}?',
        'What is the flag of {} like?',
        'Tell me something about {}.',
      ],
      heldout: ['Where can I find {} on a map?', 'What is the weather like in {}?'],
    },
  },
];

function unknownReplies(noun: string): readonly string[] {
  return [
    `I do not know ${noun}.`,
    `I do not know ${noun}.`,
    `Sorry, I do not know ${noun}.`,
    `I am not sure. I do not know ${noun}.`,
  ];
}

export const unknownItems: readonly PromptItem[] = topics.flatMap(({ key, noun, phrasings }) =>
  crossItems(
    'facts/unknown',
    `unknown/${key}`,
    unknownPlaces.map(({ name, split }) => ({
      name,
      split,
      reply: (random) => random.pick(unknownReplies(noun.replaceAll('{}', name))),
      extra: { answer: { kind: 'notKnown', place: name } },
    })),
    phrasings,
  ),
);
