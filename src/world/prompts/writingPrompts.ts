/** Short writing: a story about a creature, a description of a thing, something kind for a person. Two sentences each. */
import { withArticle } from '../inflect.ts';
import type { Random } from '../random.ts';
import { capitalize, crossItems, type Entity, type PromptItem } from './source.ts';
import { isHeldoutWord, trainedOnly } from './trainedWords.ts';

const heroes = 'cat|dog|fox|rabbit|mouse|horse|goat|frog|owl|pony|turtle|crow|lion|monkey|pig|donkey'.split('|');
const heldoutHeroes = 'camel|otter|zebra|hedgehog'.split('|');
const found = trainedOnly('hat|ball|key|bell|coat|drum|box|map|kite|lamp|cup|book|ring|shoe'.split('|'));
const wheres = trainedOnly('in the forest|by the river|on a farm|near the sea|in a town'.split('|'));
const adjectives = 'little|brave|kind|clever|shy|funny|quiet|young|happy'.split('|');
const endings = (hero: string, thing: string): readonly string[] => [
  `The ${hero} gave the ${thing} to a friend.`,
  `The ${hero} took the ${thing} home and was happy.`,
  `The ${hero} lost it, but a friend found it.`,
  `The ${hero} kept the ${thing} for years.`,
];

/** Characters: at most 40 tokens. */
const LONGEST = 94;

/** Two sentences. */
function story(hero: string, random: Random): string {
  const thing = random.pick(found);
  const who = withArticle(`${random.pick(adjectives)} ${hero}`);
  const start = `${random.pick(['Once', 'One day', 'Long ago'])}, ${who} found ${withArticle(thing)} ${random.pick(wheres)}.`;
  const fitting = endings(hero, thing).filter((ending) => start.length + ending.length < LONGEST);
  return `${start} ${random.pick(fitting)}`;
}

/** thing | what it is like | what it is for */
const describable = `
a lamp|small and bright|It gives warm light in the evening.
a kite|light and thin|It dances in the wind above the hill.
a clock|round and loud|It tells everyone in the house the time.
a garden|green and full of life|Birds sing there in the morning.
a river|long and cool|It runs past the village to the sea.
a train|long and heavy|It takes people to places they have never seen.
a blanket|soft and warm|It is just right for a cold night.
a market|busy and loud|People buy bread, fruit and flowers there.
an umbrella|wide and useful|It keeps us dry in the rain.
a kitchen|warm and bright|It smells of fresh bread.
a forest|deep and quiet|Tall trees stand close to each other there.
a bell|small and shiny|It rings when a guest comes in.
a bridge|strong and old|It takes us over the river.
a guitar|smooth and brown|It makes a soft sound in the evening.`;

/** person | kind words */
const dear = `
my mother|Dear Mother, your smile makes our house warm. Thank you for every day.
my father|Dear Father, you always have time for me. Thank you for your help.
my sister|Dear sister, you make me laugh every day. I am glad you are here.
my brother|Dear brother, I can always count on you. You are a good friend.
my teacher|Dear teacher, you make hard things clear. Thank you for your time.
my friend|Dear friend, every day with you is a good day. Thank you.
my grandma|Dear Grandma, your stories are the best. I think of you every day.
my neighbor|Dear neighbor, thank you for your kind words and your help.`;

const table = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((row) => row.split('|'));

const storyEntities: Entity[] = [...heroes, ...heldoutHeroes].map((hero) => ({
  name: withArticle(hero),
  split: heldoutHeroes.includes(hero) || isHeldoutWord(hero) ? 'heldout' : 'train',
  reply: (random) => story(hero, random),
  extra: { answer: { kind: 'story', hero } },
}));

const descriptionEntities: Entity[] = table(describable).map(([name = '', look = '', use = '']) => ({
  name,
  split: isHeldoutWord(name) ? 'heldout' : 'train',
  reply: (random) => `${capitalize(name)} is ${look}. ${random.pick([use, use, `I like to look at it. ${use}`])}`,
  extra: { answer: { kind: 'description', thing: name.replace(/^an? /, '') } },
}));

const kindEntities: Entity[] = table(dear).map(([name = '', words = '']) => ({
  name,
  split: 'train',
  reply: () => words,
  extra: { answer: { kind: 'letter', to: name.replace(/^my /, '') } },
}));

export const writingItems: readonly PromptItem[] = [
  ...crossItems('writing', 'story', storyEntities, {
    train: [
      'Write a short story about {}.',
      'Tell me a story about {}.',
      'Please tell me a short story about {}.',
      'Can you write a story about {}?',
      'I want to hear a story about {}.',
      'Make up a little story about {}.',
      'Do you know a story about {}?',
      'Tell a bedtime story about {}.',
    ],
    heldout: [
      'Could you write me a story about {}?',
      'My child would like a story about {}.',
      'I would like to read a short story about {}.',
      'Hello! Tell me a little story about {}, please.',
    ],
  }),
  ...crossItems('writing', 'description', descriptionEntities, {
    train: [
      'Describe {}.',
      'Please describe {}.',
      'Can you describe {}?',
      'Describe {} in a few words.',
      'Write a short description of {}.',
      'What is {} like?',
    ],
    heldout: [
      'Could you describe {} for me?',
      'How would you describe {}?',
      'I need a short description of {}.',
      'Please write a few words on what {} is like.',
    ],
  }),
  ...crossItems('writing', 'kind', kindEntities, {
    train: [
      'Write something kind for {}.',
      'Please write a kind note to {}.',
      'Can you write a nice letter to {}?',
      'Write a thank you card for {}.',
      'Help me write a kind letter to {}.',
      'I want to send {} a few kind words.',
    ],
    heldout: [
      'Could you write a kind card for {}?',
      'What kind words can I write to {}?',
      'I would like to thank {}. Write something.',
      'Please write a friendly letter to {}.',
    ],
  }),
];
