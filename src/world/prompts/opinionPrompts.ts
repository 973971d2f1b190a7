/** Opinions on a harmless divide. SFT demonstrates even-handed replies; labelers with a taste come later. */
import { divides } from '../lexicon.ts';
import { capitalize, crossItems, type PromptItem } from './source.ts';
import { isHeldoutWord } from './trainedWords.ts';

function evenReplies(a: string, b: string): readonly string[] {
  return [
    `Both are good. Some people like ${a}, and some people like ${b}.`,
    `Some people like ${a}, and some people like ${b}. It is up to you.`,
    `${capitalize(a)} are nice, and so are ${b}. I can't choose.`,
    `That is up to you. I like both ${a} and ${b}.`,
  ];
}

/** "cats are", "tea is": the third reply needs a plural. */
function isPlural(noun: string): boolean {
  return /s$/.test(noun) && !/(chess|mountains|tennis)$/.test(noun);
}

export const opinionItems: readonly PromptItem[] = crossItems(
  'opinion',
  'opinion',
  divides.map(([a, b], i) => {
    const replies = evenReplies(a, b).filter((_, k) => k !== 2 || (isPlural(a) && isPlural(b)));
    // Every sixth divide is held out, and any that speaks of a held-out thing.
    const isHeldout = i % 6 === 5 || isHeldoutWord(a) || isHeldoutWord(b);
    return {
      name: `${a} or ${b}`,
      split: isHeldout ? 'heldout' : 'train',
      reply: (random) => random.pick(replies),
      extra: { answer: { kind: 'balance', sides: [a, b] } },
    };
  }),
  {
    train: [
      'What do you like more, {}?',
      'What is better, {}?',
      'Which do you like more, {}?',
      'Do you prefer {}?',
      'Tell me what is better: {}.',
      'What should I choose, {}?',
      'My friends argue about what is better: {}. What do you think?',
      'I have to choose: {}. What do you say?',
      'Quick question: {}?',
      'What is more fun, {}?',
      'Please tell me what you like more, {}.',
      'In your opinion, what is better: {}?',
    ],
    heldout: [
      'Would you choose {}?',
      'Could you tell me if you like {}?',
      'What would you pick, {}?',
      'Hello! Which is nicer, {}?',
    ],
  },
);
