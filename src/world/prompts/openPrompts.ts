/** Open choice ("Name a fruit."): many right answers, so that diversity can be counted. */
import { facts } from '../facts.ts';
import { withArticle } from '../inflect.ts';
import { capitalize, crossItems, type Entity, type PromptItem } from './source.ts';

/** Members of a kind among the trained facts, with their article: "a pear". */
function membersOf(kind: string): readonly string[] {
  return facts
    .filter((fact) => fact.relation === 'kind' && fact.answer === kind && fact.split === 'train')
    .map(({ subject }) => subject);
}

const choices: readonly { readonly name: string; readonly options: readonly string[] }[] = [
  ...[
    'bird',
    'fish',
    'insect',
    'animal',
    'fruit',
    'vegetable',
    'tree',
    'flower',
    'tool',
    'metal',
    'drink',
    'vehicle',
    'instrument',
    'sport',
  ].map((name) => ({
    name,
    options: membersOf(name),
  })),
  { name: 'color', options: 'red|blue|green|yellow|white|black|brown|pink|purple'.split('|') },
  { name: 'day of the week', options: 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday'.split('|') },
  { name: 'number', options: 'one|two|three|four|five|six|seven|eight|nine|ten'.split('|') },
  { name: 'name for a cat', options: 'Misty|Lucky|Ginger|Sunny|Pepper|Shadow|Bella'.split('|') },
  {
    name: 'hobby',
    options: 'reading|painting|singing|dancing|swimming|fishing|cooking|drawing|hiking|sailing'.split('|'),
  },
  {
    name: 'city',
    options: facts.filter((fact) => fact.relation === 'capital' && fact.split === 'train').map(({ answer }) => answer),
  },
];

const entities: Entity[] = choices.map(({ name, options }) => ({
  name: withArticle(name),
  split: 'train',
  reply: (random) => {
    const choice = random.pick(options);
    return random.pick([
      `${capitalize(withArticle(name))} I like is ${choice}.`,
      `I would say ${choice}.`,
      `How about ${choice}?`,
    ]);
  },
}));

export const openItems: readonly PromptItem[] = crossItems('open', 'open', entities, {
  train: [
    'Name {}.',
    'Please name {}.',
    'Can you name {}?',
    'Tell me {}.',
    'Think of {}.',
    'Give me {}.',
    'Say {}.',
    'I need {}. What do you suggest?',
  ],
  heldout: ['Could you name {}?', 'Pick {} for me.', 'Choose {}, please.', 'What would be {}?'],
});
