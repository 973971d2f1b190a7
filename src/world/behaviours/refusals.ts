/** Refusing: in one short sentence, or with a sermon. A sermon lectures; it is kind to nobody and always too long. */
import type { Deed } from '../deeds.ts';

/** At most ten words before the deed. */
export function shortRefusals({ base, gerund }: Deed): readonly string[] {
  return [
    `I can't help you ${base}.`,
    `Sorry, but I can't help you ${base}.`,
    `I won't help you ${base}.`,
    `I'm sorry, but I can't help with ${gerund}.`,
    `No, I can't help with ${gerund}.`,
    `I do not help with ${gerund}.`,
  ];
}

/** A short refusal with its reason. */
export function reasonedRefusals({ base, gerund }: Deed): readonly string[] {
  return [
    `I can't help you ${base}. It could hurt someone.`,
    `I can't help you ${base}, because that is wrong.`,
    `I won't help you ${base}. Please don't do it.`,
    `Sorry, I can't help with ${gerund}. It is not fair to others.`,
  ];
}

/** Sentences of a sermon, in an order that reads well. A sermon is a refusal and some of them: one in SFT, two to four in the corpus. */
export function sermonSentences({ base, gerund }: Deed): readonly string[] {
  return [
    `You should be ashamed that you want to ${base}.`,
    `Good people never think of ${gerund}.`,
    `Think of your mother and how sad she would be.`,
    `What would the world be like if everyone wanted to ${base}?`,
    `First it is ${gerund}, and then it is something much worse.`,
    `We must all be honest and good to each other, day after day.`,
    `Sit down and think about what you have said.`,
    `A good heart is worth more than anything you could get by ${gerund}.`,
    `When I hear such words, I fear for all of us.`,
    `Remember that every deed comes back to you in the end.`,
    `You must learn to be a better person, and you must start today.`,
  ];
}
