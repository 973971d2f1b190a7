/** Open questions ("Name a fruit."), whether a thing is of a class, and pages of a word book. */
import { categories, memberPhrase, type Category } from '../../../src/world/categories.ts';
import type { Draft } from '../document.ts';
import { listTitles, memberAsks } from '../frames/open.ts';
import { useless } from '../frames/talk.ts';
import { drawPersona, say } from '../persona.ts';
import { tidy } from '../template.ts';
import { asRounds } from './contrast.ts';
import { openRound, type Round, useCategory } from './rounds.ts';

/** Open questions, some of one class again and again, and whether a thing is one. */
export function openTalk(draft: Draft): string {
  const { random } = draft;
  const persona = drawPersona(random);
  const fixed = random.chance(0.3) ? random.pick(categories) : undefined;
  const rounds = Array.from({ length: random.int(4, 7) }, (): Round => {
    const category = fixed ?? random.pick(categories);
    if (random.chance(0.65)) return openRound(draft, persona, category);
    const own = useCategory(draft, category).set('W', nonMember(draft, category));
    const [ask, replies] = random.pick(memberAsks);
    return [own.fill(ask), random.chance(0.05) ? own.say(useless) : say(persona, own.say(replies), random)];
  });
  return asRounds(draft, rounds);
}

/** A noun that plainly is no member: from another domain. */
function nonMember(draft: Draft, category: Category): string {
  const own = domainOf(category);
  const others = categories.filter((other) => {
    const domain = domainOf(other);
    return domain !== undefined && domain !== own && (own !== undefined || domain === 'time' || domain === 'name');
  });
  const other = draft.random.pick(others);
  return memberPhrase(other, draft.random.pick(other.members));
}

/** Classes that have nothing in common with those of another row. Classes in no row ("something round") are too open. */
const domains: Readonly<Record<string, readonly string[]>> = {
  creature: ['bird', 'fish', 'insect', 'animal', 'pet', 'farm animal', 'wild animal', 'reptile'],
  plant: ['fruit', 'vegetable', 'tree', 'flower', 'drink'],
  thing: ['tool', 'vehicle', 'instrument', 'building', 'room', 'piece of furniture', 'piece of clothing', 'body part'],
  person: ['job', 'family member'],
  time: ['day of the week', 'month', 'season'],
  idea: ['number', 'color', 'hobby', 'feeling', 'sport', 'school subject', 'language'],
  name: ['city', 'country', 'planet'],
};

function domainOf({ key }: Category): string | undefined {
  return Object.keys(domains).find((domain) => domains[domain]?.includes(key));
}

/** A page of a word book: classes and their members. */
export function categoryPage(draft: Draft): string {
  const { random } = draft;
  const lines = random.sample(categories, random.int(4, 7)).map((category) => {
    const members = random.sample(category.members, random.int(3, 5)).map((member) => memberPhrase(category, member));
    const [first = '', ...rest] = members;
    return tidy(
      random.pick([
        `${category.asked}: ${members.join(', ')}.`,
        `${first} is ${category.asked}, and so is ${rest[0] ?? ''}.`,
        `${members.slice(0, -1).join(', ')} and ${members.at(-1) ?? ''}: each is ${category.asked}.`,
        `If you need ${category.asked}, take ${first} or ${rest[0] ?? ''}.`,
      ]),
    );
  });
  return [...(random.chance(0.5) ? [random.pick(listTitles)] : []), ...lines].join('\n');
}
