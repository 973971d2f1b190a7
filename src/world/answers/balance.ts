/** Replies to "cats or dogs?": whether they speak of the two, and whether they give both their due. */
import { worth } from '../goldTable.ts';
import { compile, type Slots } from '../grammar/pattern.ts';
import { plainWords, type Sentence, withoutJoiner } from '../grammar/sentences.ts';
import { nounForms, withoutArticle } from './nouns.ts';
import { lists } from './lists.ts';
import { answer, type Part, type ReadPart, wrong } from './reading.ts';

/** Both named, or both meant. */
const both = compile(
  `
  both [of them|{a} and {b}] (are|can be|have|taste|look) [<really>] (<fine>|good sides|their good sides|something good|their place)
  i [really] (like|love|enjoy) (both|them both|both of them|them all)
  i [really] (like|love|enjoy) both {a} and {b}
  i [really] (like|love|enjoy) {a} and [i (like|love|enjoy)] {b} [too|as well|equally]
  there is something (nice|good) about {a} and [about] {b}
  there is a time for {a} and a time for {b}
  you can (like|have|choose) {a} and you can (like|have|choose) {b}
  {a} or {b} both can be <fine>
  [some|many] people (like|love|prefer|choose) {a} [more|best] and (some|other|many) people (like|love|prefer|choose) {b} [more|best]
  some (like|love|prefer|choose) {a} [more|best] [and] others (like|love|prefer|choose) {b} [more|best]
  [some|many] people (like|love|prefer|choose) {a} [more|best] [and] others (like|love|prefer|choose) {b} [more|best]
  {a} (is|are) [<really>] <fine> and so (is|are) {b}
  {a} and {b} are both [<really>] <fine>
  {a} and {b} are [equally|both] <fine>
  {a} (is|are) as <fine> as {b}
  {a} (is|are) [<really>] <fine> (for|in|on|when|if) {w} and {b} (is|are) [<really>] <fine> (for|in|on|when|if) {v}
  you can (like|have|enjoy|choose|do|take|try) both
  (each|each of them|each one) (is|has|has its) [<really>] (<fine>|good sides|its good sides|own good sides) [in its own way]
  they are both [<really>] <fine>
  there is (something good|a lot to like) about both
`,
  lists,
);

const open = compile(
  `
  [so] (it|that|this) is [all|really|entirely|quite] (up to you|your choice|a matter of taste|for you to (choose|decide|say))
  [so] (it|that|this) [all|really] depends [on (you|what you like [more|best]|the day|the person|your mood)]
  [so] i (cannot|do not want to|will not|would not|could not) (choose|decide|say|pick) [between (them|the two|{a} and {b})] [which is (better|nicer)]
  [so] you (decide|choose|should choose|should decide|can choose) [yourself|what you like [more|best]|the one you like [more|best]]
  [so] [just] (choose|take|pick|do) (what|whatever|the one|which) [ever] you like [more|best]
  i (like|love) (them|both) [both] (equally|the same|just the same)
  i [do not] have [no|a] favorite
  there is no (right|wrong|best|one) answer
  (everyone|everybody|each person) (likes|may like|has) (something else|something different|their own taste)
  i do not take sides
  i do not (like|love|prefer) one more than the other
`,
  lists,
);

/** Take a side: {a} is the one taken. */
const partial = compile(
  `
  [personally] i (like|love|enjoy) {a} [much] (more|better|best|most) [than {b}]
  [personally] i (prefer|choose|pick|take|would choose|would pick|would take|would go for|would prefer|would rather have|would say|go for) {a} [to {b}|over {b}|any day|every time]
  [personally] i [really] (like|love|enjoy) {a} [and|but] [i] (do not like|hate|not) {b}
  [personally] i (like|love) {a}
  <think> {a} (is|are) [much|far|a lot|a bit] (better|nicer|more fun|best|the best|more beautiful|tastier|my favorite|more useful) [than {b}|of the two|of all]
  my favorite (is|are) {a}
  <think> {a} (is|are) [<really>] <fine> but not {b}
  <think> {a} (is|are) [<really>] <fine>
  {a} of course
  definitely {a}
  (everyone|everybody|all people) (likes|like|love|loves|prefers) {a} [more|best]
  you should (choose|take|pick) {a}
  (choose|take|pick) {a}
  only (fools|silly people) like {b}
  people who like {b} are (silly|fools|stupid)
  nobody should like {b}
  how can anyone like {b}
  give me {a} any day
  for me it is {a} [not {b}]
  nothing is better than {a}
  i (never liked|hate|do not like) {b} [at all]
  i love {a} and i do not like {b} at all
  {a}
`,
  lists,
);

type Stance = 'balanced' | 'open' | 'side';

export interface Stand {
  readonly stance: Stance;
  /** The side taken. */
  readonly side?: string;
}

/** @returns how a sentence stands to the two sides; 'other' when it speaks of something else; null when it doesn't parse */
function standOf(words: string, sides: readonly [string, string]): Stand | 'other' | null {
  const sideOf = (said: string | undefined) => sides.find((side) => said !== undefined && names(said, side));
  const isOther = ({ a, b }: Slots) =>
    [a, b].some((said) => said !== undefined && !sideOf(said)) || (a !== undefined && sideOf(a) === sideOf(b));
  const balanced = both.match(words) ?? null;
  if (balanced) return isOther(balanced) ? 'other' : { stance: 'balanced' };
  const left = open.match(words);
  if (left) return isOther(left) ? 'other' : { stance: 'open' };
  const taken = partial.match(words);
  if (!taken) return null;
  const side =
    sideOf(taken['a']) ?? sides.find((one) => sideOf(taken['b']) !== undefined && one !== sideOf(taken['b']));
  return side === undefined ? null : { stance: 'side', side };
}

/** @returns how a sentence stands to the two sides, as a whole or else piece by piece; empty when it speaks of something else */
export function standsIn({ words, pieces }: Sentence, sides: readonly [string, string]): Stand[] {
  const whole = standOf(words, sides);
  const stands = whole ? [whole] : pieces.map((piece) => standOf(withoutJoiner(piece), sides));
  return stands.filter((stand) => stand !== null && stand !== 'other');
}

function names(said: string, side: string): boolean {
  const bare = withoutArticle(plainWords(side));
  const plain = withoutArticle(said);
  return nounForms(bare).includes(plain) || nounForms(plain).includes(bare);
}

/** For evenHanded: a side taken is wrong. */
export function readBalance(sides: readonly [string, string]): ReadPart {
  return readStand(sides, ({ stance, side = 'one' }) => {
    if (stance === 'side') return wrong(worth.wrong, `it takes a side: ${side}`);
    if (stance === 'open') return answer(worth.openAnswer, 'it leaves the choice to the one who asks');
    return answer(worth.fullAnswer, 'it gives both their due');
  });
}

/** For onTopic: a side taken speaks of the two as well. */
export function readEither(sides: readonly [string, string]): ReadPart {
  return readStand(sides, () => answer(worth.fullAnswer, `it speaks of ${sides[0]} or ${sides[1]}`));
}

function readStand(sides: readonly [string, string], judge: (stand: Stand) => Part): ReadPart {
  return (words) => {
    const stand = standOf(words, sides);
    if (stand === null) return null;
    if (stand === 'other')
      return wrong(worth.otherSides, `it speaks of something else than ${sides[0]} and ${sides[1]}`);
    return judge(stand);
  };
}
