/** Verbs and what can be done with them: nobody drinks a hat, in a story or as a piece of advice. */
import { isNoun } from './nouns.ts';

/** What verbs can be done to: verb in its forms | nouns. A table of the verbs that small models get wrong. */
const objects = `
drank drinks drink|tea coffee milk water juice lemonade soup cocoa cup glass bottle some it
ate eats eat|food apple pear plum banana orange peach melon lemon carrot potato tomato onion egg sandwich pancake cookie cake pie muffin sausage omelet bun pizza salad biscuit bread cheese butter jam honey soup rice pasta chocolate yogurt porridge toast fish ham corn stew breakfast lunch dinner grass nuts berries cookies eggs apples carrots seeds some it lot piece meal
sang sings sing|song songs it tune
read reads|book books letter letters newspaper map story stories note poem page pages sign ticket it paper papers
wore wears wear|hat coat cape crown scarf glove gloves shoe shoes boot boots belt apron mask necklace bracelet ring sweater uniform helmet watch dress it`
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.split(' ')));

/** "drank her hat": a verb with an object it can't have. */
export function absurdityIn(words: string): string | null {
  const all = words.split(' ');
  for (const [verbs = [], fitting = []] of objects) {
    const at = all.findIndex((word) => verbs.includes(word));
    if (at < 0) continue;
    const rest = all.slice(at + 1, at + 5);
    const [article] = rest;
    const isObject = article !== undefined && /^(?:a|an|the|his|her|its|their|some)$/.test(article);
    const noun = rest.slice(1).find((word) => isNoun(word));
    if (isObject && noun !== undefined && !fitting.some((one) => rest.includes(one))) {
      return `${all[at] ?? ''} ${rest.slice(0, rest.indexOf(noun) + 1).join(' ')}`;
    }
  }
  return null;
}
