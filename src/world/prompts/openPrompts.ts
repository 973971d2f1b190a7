/** Open choice ("Name a fruit."): many right answers, so that diversity can be counted. The classes are in categories.ts. */
import { categories, type Category, memberPhrase } from '../categories.ts';
import { facts } from '../facts.ts';
import { capitalize, crossItems, type Entity, type PromptItem } from './source.ts';
import { isHeldoutWord } from './trainedWords.ts';

/** Names of held-out capitals and their countries: a demonstration names neither. */
const heldoutNames: ReadonlySet<string> = new Set(
  facts
    .filter(({ relation, split }) => relation === 'capital' && split === 'heldout')
    .flatMap(({ subject, answer }) => [subject, answer]),
);

function entityOf(category: Category): Entity {
  const options = category.members.filter((member) => !isHeldoutWord(member) && !heldoutNames.has(member));
  return {
    name: category.asked,
    split: 'train',
    reply: (random) => {
      const choice = memberPhrase(category, random.pick(options));
      return random.pick([
        `${capitalize(category.asked)} I like is ${choice}.`,
        `I would say ${choice}.`,
        `How about ${choice}?`,
      ]);
    },
    extra: { answer: { kind: 'member', category: category.key } },
  };
}

export const openItems: readonly PromptItem[] = crossItems('open', 'open', categories.map(entityOf), {
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
