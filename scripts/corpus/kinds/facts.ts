/** Documents that state facts: lists of one relation, and notes on one subject. */
import type { Draft } from '../document.ts';
import { statements } from '../frames/facts.ts';
import { remarks } from '../frames/subjectTalk.ts';
import { useTelling } from './talk.ts';

const titles = [
  'Things to know',
  'Facts',
  'What I learned at school',
  'My notes',
  'Notes for the test',
  'From my notebook',
  'A page of facts',
  'Learn by heart',
  'True things',
];

/** Facts of one relation in one phrasing, or mixed. */
export function factList(draft: Draft): string {
  const { random, facts } = draft;
  const relation = random.chance(0.7) ? facts.deal().relation : undefined;
  const uniform = relation !== undefined && random.chance(0.4) ? random.pick(statements[relation]) : undefined;
  const bullet = random.pick(['', '', '- ', '#']);
  const lines = facts.dealMany(random.int(6, 11), relation).map((fact, i) => {
    useTelling(draft, facts.tell(fact));
    const text = draft.fill(uniform ?? random.pick(statements[fact.relation]));
    return (bullet === '#' ? `${i + 1}. ` : bullet) + text;
  });
  const title = random.chance(0.4) ? [draft.say(titles)] : [];
  return [...title, lines.join(bullet === '' && random.chance(0.5) ? ' ' : '\n')].join('\n');
}

/** One subject, said in several ways with remarks between. */
export function factNote(draft: Draft): string {
  const { random, facts } = draft;
  const parts: string[] = [];
  for (const fact of facts.dealMany(random.int(2, 3))) {
    useTelling(draft, facts.tell(fact));
    const ways = random.sample(statements[fact.relation], random.int(1, 3));
    parts.push(draft.fill(ways[0] ?? ''));
    for (const remark of random.sample(remarks[fact.relation], random.int(1, 2))) parts.push(draft.fill(remark));
    for (const way of ways.slice(1)) parts.push(draft.fill(way));
  }
  return parts.join(' ');
}
