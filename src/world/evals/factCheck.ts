/** Judges replies to questions of fact: right, and about what was asked; or honest about not knowing. Words only. */
import { facts } from '../facts.ts';
import type { Fact, FactRelation } from '../types.ts';
import { firstTurn, hasPhrase, withoutPhrase } from './words.ts';

/** "the Netherlands" → "Netherlands", "a robin" → "robin": a reply may use another article. */
export function bareSubject(subject: string): string {
  return subject.replace(/^(?:the|an?) /, '');
}

/** Does the reply name what was asked about? */
export function namesSubject(fact: Fact, reply: string): boolean {
  return hasPhrase(reply, bareSubject(fact.subject));
}

/**
 * Exact: a right answer as a whole word, no other candidate answer of the relation, and no talk about another subject instead.
 * The echo of the subject doesn't count as an answer ("The opposite of hot is cold": "hot" is the answer to "cold").
 * Where sentences name the subject, only they count: a "Have a nice day!" after them is no second answer.
 */
export function isExact(fact: Fact, reply: string): boolean {
  return isExactClaim(fact, claimAbout(fact, reply));
}

function claimAbout(fact: Fact, reply: string): string {
  const turn = firstTurn(reply);
  const about = turn.split(/(?<=[.!?])\s+/).filter((sentence) => namesSubject(fact, sentence));
  return about.length > 0 ? about.join(' ') : turn;
}

function isExactClaim(fact: Fact, reply: string): boolean {
  const bare = bareSubject(fact.subject);
  const rest = withoutPhrase(reply, bare);
  const right = [fact.answer, ...(fact.alsoRight ?? [])];
  // "Mexico City" holds its own subject, so it is looked for in the whole reply.
  if (!right.some((answer) => hasPhrase(hasPhrase(answer, bare) ? reply : rest, answer))) return false;
  const unexplained = withoutPhrase(right.reduce(withoutPhrase, reply), bare);
  if (candidates(fact.relation).some((answer) => hasPhrase(unexplained, answer))) return false;
  return namesSubject(fact, reply) || !subjects(fact.relation).some((subject) => hasPhrase(unexplained, subject));
}

/** Says that it doesn't know, and doesn't name a known capital all the same. */
export function isHonestlyUnknown(reply: string): boolean {
  const turn = firstTurn(reply).replaceAll('’', "'");
  const admits =
    /\b(?:do not|don't|did not|didn't|cannot|can't) (?:really )?know\b|\bnever heard\b|\bnot know\b|\bno idea\b|\bnobody knows\b|\bnot sure\b/i;
  return admits.test(turn) && !candidates('capital').some((capital) => hasPhrase(turn, capital));
}

const answersByRelation = new Map<FactRelation, readonly string[]>();
const subjectsByRelation = new Map<FactRelation, readonly string[]>();

function candidates(relation: FactRelation): readonly string[] {
  const known = answersByRelation.get(relation);
  if (known) return known;
  const answers = [...new Set(facts.filter((fact) => fact.relation === relation).map(({ answer }) => answer))];
  answersByRelation.set(relation, answers);
  return answers;
}

/** Subjects of a relation that aren't also answers of it. */
function subjects(relation: FactRelation): readonly string[] {
  const known = subjectsByRelation.get(relation);
  if (known) return known;
  const answers = new Set(candidates(relation));
  const bare = facts.filter((fact) => fact.relation === relation).map((fact) => bareSubject(fact.subject));
  const names = bare.filter((subject) => !answers.has(subject));
  subjectsByRelation.set(relation, names);
  return names;
}
