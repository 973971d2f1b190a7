/** Open choices ("Name a fruit."): a member of the class, said as an answer. */
import { worth } from '../goldTable.ts';
import { categoryOf, isMember } from '../categories.ts';
import { compileEach } from '../grammar/pattern.ts';
import { plainWords } from '../grammar/sentences.ts';
import { lists } from './lists.ts';
import { nounForms, withoutArticle } from './nouns.ts';
import { answer, type Part, type ReadPart, wrong } from './reading.ts';

/** Ways to name one: {x} is what is named, {c} the class it is said to be of. */
const forms = compileEach(
  `
  {c} [that] i (like|know|love|see|think of) [best|most|well|a lot] (is|are) {x}
  my favorite {c} (is|are) {x}
  <think> {x} is [a|an|one] [<good>|my favorite] [(kind|sort) of] {c}
  i (would say|would choose|would pick|would take|would name|would call (it|him|her)|like|love|choose|pick|suggest|say|take|think of|name|am thinking of) {x} [best|most]
  ((how|what) about|maybe|perhaps|let us say|let us take|why not|for example|such as) {x}
  (it|that|this) (is|could be|can be|would be|may be) {x}
  (you|one) (could|can|might|may) (take|choose|pick|try|use|name|call (it|him|her)|have|say) {x}
  call (it|him|her) {x}
  (take|try|pick|choose|name it|have) {x}
  {x} would be [a|an] [<good>] [choice|one|{c}]
  (an|one|a good) (example|choice) [of {c}] (is|would be) {x}
  {x} is [a|an] <good> [one|choice|name|answer]
  (the|a) {c} {x}
  {x}`,
  lists,
);

export function readChoice(categoryKey: string): ReadPart {
  const category = categoryOf(categoryKey);
  if (!category) throw new RangeError(`there is no category "${categoryKey}"`);
  const classNames = [
    category.key,
    category.asked,
    category.asked.replace(/^something /, ''),
    category.key.replace(/ of (?:the )?.*$/, ''),
  ].map((name) => withoutArticle(plainWords(name)));
  const isClass = (said: string) => nounForms(withoutArticle(said)).some((form) => classNames.includes(form));
  const judge = (x: string, c: string | undefined, isLoose: boolean): Part | null => {
    const named = x.split(/ (?:and|or) /);
    const isRight = named.every(
      (one) => [one, withoutKind(one)].some((noun) => isMember(category, spelt(noun))) && !isClass(withoutKind(one)),
    );
    if (isRight && (c === undefined || isClass(c))) return answer(worth.fullAnswer, `${x} is ${category.asked}`);
    if (isLoose) return null;
    if (c !== undefined && !isClass(c)) return wrong(worth.wrong, `it speaks of ${c}, not of ${category.asked}`);
    return wrong(worth.wrong, `${x} is not ${category.asked}`);
  };
  return (words) => {
    let mistaken: Part | null = null;
    for (const [i, form] of forms.entries()) {
      const slots = form.match(words);
      if (slots?.['x'] === undefined) continue;
      const part = judge(slots['x'], slots['c'], i === forms.length - 1);
      if (part?.sort === 'answer') return part;
      mistaken ??= part;
    }
    return mistaken;
  };
}

const numbers = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const largeNumber =
  /^(?:(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ]\w+)?|(?:a |one )?hundred|zero)$/;

/** As the lists of members have it: small numbers in words, every larger one as "twelve", which is listed; "gray" for "grey". */
function spelt(noun: string): string {
  if (noun === 'grey') return 'gray';
  if (largeNumber.test(noun)) return 'twelve';
  return /^\d+$/.test(noun) ? (numbers[Number(noun)] ?? 'twelve') : noun;
}

/** "a little red apple" → "apple"; "the color blue" → "blue". */
function withoutKind(noun: string): string {
  return withoutArticle(noun)
    .replace(/^(?:(?:big|small|little|nice|good|sweet|red|green|fresh|old|new|young|fine|beautiful|big old) )+/, '')
    .replace(/^(?:color|number|name|month of|city of) /, '');
}
