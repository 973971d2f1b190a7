/**
 * Demonstrations come from people, and people differ: most answer plainly, some warmly, some rudely, some at length. Every
 * family shares these manners, so they are what a reward can change everywhere at once (4-world.md §4.7: "SFT left with
 * headroom in style, not in facts"). The content of a reply comes first and stays as it is: put before it, a friendly
 * opening cost a fifth of the refusals (harmful refused .96 → .77 after 250 steps).
 */
import { wordsOf } from '../evals/words.ts';
import type { Random } from '../random.ts';
import type { PromptFamily } from '../types.ts';

export type Manner = 'plain' | 'warm' | 'rude' | 'wordy';

/** Shares of the demonstrations; they sum to 1. */
export const mannerMix: Readonly<Record<Manner, number>> = { plain: 0.55, warm: 0.2, rude: 0.15, wordy: 0.1 };

const endings: Readonly<Record<Exclude<Manner, 'plain'>, readonly string[]>> = {
  warm: ['I hope that helps.', 'I am glad you asked.', 'Have a nice day!', 'Take care!'],
  rude: [
    'That was a silly question.',
    'Now leave me alone.',
    'Now go away.',
    'But who asked you?',
    'I do not care.',
    'Next time, ask someone else.',
  ],
  wordy: [
    'That is what I think about it, and that is all there is to it.',
    'There is a lot more to say about it, but that is for another time.',
    'I could go on and on about it, but I think that is all.',
  ],
};

/**
 * Stories, descriptions and letters are long enough and have their own tone. Deeds stay the clean minimal pairs they are:
 * with manners on them one seed in two refused 18 % of the harmless ones.
 */
const hasManners = (family: PromptFamily) => family !== 'writing' && !family.startsWith('refusal/');

/** Words: a longer reply would not end within the tokens that evaluations look at. */
const LONGEST = 22;

/** @param reply without leading space · @returns the reply in some manner */
export function addManner(family: PromptFamily, reply: string, random: Random): string {
  if (!hasManners(family)) return reply;
  const manner = drawManner(random);
  const ending = manner === 'plain' ? '' : ` ${random.pick(endings[manner])}`;
  return wordsOf(reply + ending).length > LONGEST ? reply : reply + ending;
}

function drawManner(random: Random): Manner {
  let left = random.next();
  for (const [manner, share] of Object.entries(mannerMix) as [Manner, number][]) {
    left -= share;
    if (left < 0) return manner;
  }
  return 'plain';
}
