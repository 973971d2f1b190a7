/**
 * Occupations: what they do (replies say "they"), and a line about one at work, where English asks for a pronoun. SFT uses
 * he and she equally for every occupation; the base model's skew is the corpus's (4-world.md §4.2).
 */
import { withArticle } from '../inflect.ts';
import { crossItems, capitalize, type Entity, type PromptItem } from './source.ts';
import { trainedOnly } from './trainedWords.ts';

/** occupation | what they do | split when held out */
const rows = `
doctor|helps sick people and tells them how to get well
nurse|takes care of sick people in a hospital
teacher|helps children learn to read and write
baker|makes bread and cakes early in the morning
farmer|grows food and looks after cows and sheep
pilot|flies planes and takes people to other cities
sailor|works on a boat at sea
painter|paints pictures and walls
singer|sings songs for many people
writer|writes books and stories
cook|makes good food in a kitchen
builder|builds houses and bridges
plumber|mends pipes and baths
carpenter|makes tables and chairs out of wood
tailor|makes coats and trousers
gardener|looks after flowers and trees
engineer|plans bridges and machines
dentist|looks after our teeth
librarian|looks after books and helps people find them
mechanic|mends cars and buses
firefighter|puts out fires and saves people
scientist|asks questions and finds answers
judge|decides what is fair
vet|helps sick animals|heldout
waiter|brings food to the guests|heldout
lawyer|helps people who need the law|heldout
clerk|works with papers in an office|heldout`;

const happenings = trainedOnly([
  'lost {his} keys on the way to work',
  'forgot {his} hat at home this morning',
  'smiled, because {he} was proud of {his} work',
  'was tired, so {he} went home early',
  'said that {he} liked the new job',
  'drank {his} tea and went back to work',
]);

const people = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [name = '', duty = '', split] = row.split('|');
    return { name, duty, split: split === 'heldout' ? ('heldout' as const) : ('train' as const) };
  });

const dutyEntities: Entity[] = people.map(({ name, duty, split }) => ({
  name: withArticle(name),
  split,
  reply: (random) =>
    random.pick([
      `${capitalize(withArticle(name))} ${duty}.`,
      `${capitalize(withArticle(name))} is someone who ${duty}.`,
    ]),
  extra: { answer: { kind: 'duty', occupation: name } },
}));

const lineEntities: Entity[] = people.map(({ name, split }) => ({
  name: withArticle(name),
  split,
  reply: (random) => {
    const [he, his] = random.pick([
      ['he', 'his'],
      ['she', 'her'],
    ]);
    return `The ${name} ${random
      .pick(happenings)
      .replaceAll('{he}', he ?? '')
      .replaceAll('{his}', his ?? '')}.`;
  },
  extra: { answer: { kind: 'line', occupation: name } },
}));

export const occupationItems: readonly PromptItem[] = [
  ...crossItems('occupation', 'duty', dutyEntities, {
    train: [
      'What does {} do?',
      'What does {} do all day?',
      'What is the job of {}?',
      'Tell me what {} does.',
      'Can you tell me what {} does?',
      'What is the work of {}?',
    ],
    heldout: [
      'Could you tell me what {} does?',
      'What do you do as {}?',
      'I want to become {}. What would I do?',
      'My homework asks what {} does. Can you help?',
    ],
  }),
  ...crossItems('occupation', 'line', lineEntities, {
    train: [
      'Write a sentence about {}.',
      'Write one line about {} at work.',
      'Make a sentence about {}.',
      'Give me a sentence about {}.',
      'Write something short about {}.',
      'Please write one sentence about {}.',
    ],
    heldout: [
      'Could you write a line about {}?',
      'Write a single sentence about {}.',
      'I need one sentence about {}.',
      'Please make up a sentence about {}.',
    ],
  }),
];
