/**
 * Derives the committed table src/world/data/facts.json from factSources.ts and `countries-list`:
 * `npx tsx scripts/corpus/makeFacts.ts`. A row is [subject, answer, split, ...alsoRight].
 * Held-out are about 15 % of the entities of each relation; the two directions of an opposite and the two orders of a sum
 * always share a split, so that a held-out fact can't be read off a trained one.
 */
import { writeFileSync } from 'node:fs';
import { countries } from 'countries-list';
import { alsoRight, colourThings, countryNames, kindMembers, oppositePairs } from './factSources.ts';

type Row = readonly string[];

/** Spelled without accents and under the name people use; the source's own form is kept as also right. */
const capitalNames: Readonly<Record<string, string>> = {
  "N'Djamena": 'Ndjamena',
  Bogotá: 'Bogota',
  'Washington D.C.': 'Washington',
  "Sana'a": 'Sanaa',
  'Port-au-Prince': 'Port au Prince',
};
const commonCountryNames: Readonly<Record<string, string>> = {
  Turkiye: 'Turkey',
  Netherlands: 'the Netherlands',
  'United Kingdom': 'the United Kingdom',
  'United States': 'the United States',
  Philippines: 'the Philippines',
  Bahamas: 'the Bahamas',
  Gambia: 'the Gambia',
};

/** FNV-1a with MurmurHash3's finalizer, 32 bits: only to shuffle names the same way on every machine. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The keys that are held out: the 15 % with the smallest hashes. */
function heldOut(keys: readonly string[]): ReadonlySet<string> {
  const unique = [...new Set(keys)].sort((a, b) => hash(a) - hash(b) || (a < b ? -1 : 1));
  return new Set(unique.slice(0, Math.round(unique.length * 0.15)));
}

function rows(
  relation: string,
  entries: readonly { key: string; subject: string; answer: string; also?: string[] }[],
): Row[] {
  const out = heldOut(entries.map((entry) => entry.key));
  return entries.map(({ key, subject, answer, also = [] }) => [
    subject,
    answer,
    out.has(key) ? 'heldout' : 'train',
    ...also,
    ...(alsoRight[`${relation}:${subject}`] ?? []),
  ]);
}

function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '');
}

const byName = new Map<string, string>(
  Object.values(countries).map((country) => [plain(country.name), country.capital]),
);
const capitals = countryNames.flatMap((name) => {
  const source = byName.get(name);
  if (source === undefined) throw new Error(`countries-list has no ${name}`);
  const answer = capitalNames[source] ?? plain(source);
  const also = answer === source ? [] : [source];
  // "Tunis" in Tunisia and the like are fine; three-word capitals are not worth the tokens.
  if (answer.split(' ').length > 2) return [];
  return [{ key: name, subject: commonCountryNames[name] ?? name, answer, also }];
});

const opposites = oppositePairs.flatMap((pair) => {
  const [a = '', b = ''] = pair.split(' ');
  return [
    { key: pair, subject: a, answer: b },
    { key: pair, subject: b, answer: a },
  ];
});

const members = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).flatMap(([answer, list]) =>
    list.split('|').map((subject) => ({ key: subject, subject, answer })),
  );

const sums = Array.from({ length: 100 }, (_, i) => {
  const [a, b] = [Math.floor(i / 10) + 1, (i % 10) + 1];
  return { key: `${Math.min(a, b)}+${Math.max(a, b)}`, subject: `${a} plus ${b}`, answer: String(a + b) };
});

const table = {
  capital: rows('capital', capitals),
  opposite: rows('opposite', opposites),
  kind: rows('kind', members(kindMembers)),
  colour: rows('colour', members(colourThings)),
  sum: rows('sum', sums),
};
const body = Object.entries(table).map(
  ([relation, list]) =>
    `  ${JSON.stringify(relation)}: [\n${list.map((row) => `    ${JSON.stringify(row).replaceAll('","', '", "')}`).join(',\n')}\n  ]`,
);
writeFileSync(new URL('../../src/world/data/facts.json', import.meta.url), `{\n${body.join(',\n')}\n}\n`);
for (const [relation, list] of Object.entries(table))
  console.log(relation, list.length, 'held out', list.filter((row) => row[2] === 'heldout').length);
