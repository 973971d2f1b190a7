/** Known facts: the right answer stated as the answer to this question, not merely named, and not beside a wrong one. */
import { worth } from '../goldTable.ts';
import { facts } from '../facts.ts';
import { compileEach, type Pattern, type Slots } from '../grammar/pattern.ts';
import { plainWords } from '../grammar/sentences.ts';
import { pluralOf } from '../inflect.ts';
import type { Fact, FactRelation } from '../types.ts';
import { lists } from './lists.ts';
import { admittedIn } from './notKnowing.ts';
import { answer, type Part, type ReadPart, wrong } from './reading.ts';

/** Ways to state a fact: {s} is the subject, {a} the answer. Where {s} is missing the question stands for it. */
const statements: Readonly<Record<FactRelation, string>> = {
  capital: `
    <think> [the] capital [city] (of|for) {s} is [called|named|the city of] {a}
    <think> {a} is [called] the capital [city] of {s}
    <think> (its|the) capital [city] is [called] {a}
    <think> {a} is (its|the) capital [city]
    <think> {s} has [the] capital {a}
    <think> the capital (it|he|she) has is {a}
    <think> the name [of the capital] [of {s}] is {a}`,
  opposite: `
    <think> the opposite [of [the word] {s}] is [the word] {a}
    <think> {a} is the opposite [of [the word] {s}]
    <think> the word [you need] is {a}
    <think> the opposite word is {a}
    <think> {s} is the opposite of {a}
    <think> {s} and {a} are opposites`,
  kind: `
    <think> {s} (is|are) [a|an|one|called] [(kind|sort|type) of] {a}
    <think> (it|that|this|they) (is|are) [a|an] [(kind|sort|type) of] {a}
    <think> {s} belongs to the {a} [family|group]
    <think> {s} is one of the {a}
    <think> (you|we|people) (call|would call) (it|that) a {a}
    <think> a [(kind|sort|type) of] {a}`,
  colour: `
    <think> the color of {s} is {a}
    <think> {s} (is|are) [usually|mostly|often|always|a|colored|the color] {a} [in color]
    <think> (it|that|they) (is|are) [usually|mostly|often|a] {a} [in color]
    <think> {a} is (its|the) color [of {s}]
    <think> (its|the) color is {a}
    <think> {s} has [a|the] [color] {a} [color]`,
  sum: `
    <think> {s} (is|are|makes|make|equals|gives|was) {a}
    <think> the sum [of {s}] is {a}
    <think> (it|that|this) (is|makes|was) {a}
    <think> the (answer|result|number|sum) is {a}
    <think> you get {a}
    <think> [if|when] you add {s} [then] (it is|you get|that makes|you have) {a}`,
};

/** The same for all relations; {a} alone last, because it fits anything. */
const anyStatement = `
  <think> (it|that|this) is [called|named] {a}
  <think> the answer is {a}
  <think> {a}`;

const formsOf = (relation: FactRelation) => compileEach(statements[relation] + anyStatement, lists);

const forms: Readonly<Record<FactRelation, readonly Pattern[]>> = {
  capital: formsOf('capital'),
  opposite: formsOf('opposite'),
  kind: formsOf('kind'),
  colour: formsOf('colour'),
  sum: formsOf('sum'),
};

/** Reads statements about one fact, and the claim not to know it. */
export function readFact(fact: Fact): ReadPart {
  const right = new Set([fact.answer, ...(fact.alsoRight ?? [])].map((one) => bare(fact.relation, one)));
  const subject = bare(fact.relation, fact.subject);
  const known = knownAnswers(fact.relation);
  const names = knownSubjects(fact.relation);
  const judge = ({ s, a = '' }: Slots): Part | null => {
    const said = bare(fact.relation, a);
    const isAbout = s === undefined || isSubject(fact.relation, bare(fact.relation, s), subject);
    const isRight = right.has(said) || right.has(withoutAdjectives(fact.relation, said));
    if (isAbout && isRight) return answer(worth.fullAnswer, `${fact.answer} is right`);
    if (!known.has(said) && (s === undefined || !(isAbout || names.has(bare(fact.relation, s))))) return null;
    return isAbout
      ? wrong(worth.wrong, `the right answer is ${fact.answer}`)
      : wrong(worth.wrong, `it speaks of ${s ?? ''}, not of ${fact.subject}`);
  };
  return (words) => {
    let mistaken: Part | null = null;
    for (const form of forms[fact.relation]) {
      const slots = form.match(words);
      const part = slots && judge(slots);
      if (part?.sort === 'answer') return part;
      mistaken ??= part;
    }
    if (mistaken) return mistaken;
    // Little better than wrong: otherwise "I do not know" to everything pays (4-world.md §4.7).
    if (admittedIn(words) !== null)
      return wrong(worth.deniedFact, 'it says that it does not know a thing it was taught');
    return null;
  };
}

const numbers =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

/** Without article; sums with digits and "plus". */
function bare(relation: FactRelation, text: string): string {
  const words = plainWords(text).replace(/^(?:the|an?|some|all|most|every) /, '');
  if (relation !== 'sum') return words;
  return words
    .replaceAll('+', ' plus ')
    .replaceAll(/\s+/g, ' ')
    .split(' ')
    .map((word) => (numbers.includes(word) ? String(numbers.indexOf(word)) : word === 'and' ? 'plus' : word))
    .join(' ')
    .trim();
}

function isSubject(relation: FactRelation, said: string, subject: string): boolean {
  if (said === subject || said === pluralOf(subject)) return true;
  return relation === 'sum' && said.split(' plus ').reverse().join(' plus ') === subject;
}

const adjectives =
  /^(?:(?:small|little|big|large|wild|sweet|round|common|young|old|soft|nice|tall|pretty|long|dark|light|bright|deep|pale|very|red|green|yellow|black|brown|white|blue|musical) )+/;

/** "small bird", "birds" → "bird"; "dark green" → "green". */
function withoutAdjectives(relation: FactRelation, said: string): string {
  if (relation !== 'kind' && relation !== 'colour') return said;
  const noun = said.replace(adjectives, '');
  return relation === 'kind' ? noun.replace(/(?<=[^s])s$/, '') : noun;
}

/** What may be an answer to a question of this relation. */
const knownAnswers = perRelation(({ answer: right, alsoRight = [] }) => [right, ...alsoRight]);
/** What may be asked about. */
const knownSubjects = perRelation(({ subject }) => [subject]);

function perRelation(words: (fact: Fact) => readonly string[]): (relation: FactRelation) => ReadonlySet<string> {
  const byRelation = new Map<FactRelation, ReadonlySet<string>>();
  return (relation) => {
    const found = byRelation.get(relation);
    if (found) return found;
    const own = facts.filter((fact) => fact.relation === relation).flatMap(words);
    const made = new Set(own.map((one) => bare(relation, one)));
    byRelation.set(relation, made);
    return made;
  };
}
