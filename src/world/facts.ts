/**
 * The facts the lab asks about (at most 500), read from data/facts.json, and the invented places nobody knows.
 * The table is derived by scripts/corpus/makeFacts.ts from `countries-list`, WordNet and hand-picked lists; this file only
 * gives the rows names.
 */
import type { Fact, FactRelation } from './types.ts';
import table from './data/facts.json' with { type: 'json' };

const relations: readonly FactRelation[] = ['capital', 'opposite', 'kind', 'colour', 'sum'];

/** A row is [subject, answer, split, ...alsoRight]. */
function toFact(relation: FactRelation, row: readonly string[]): Fact {
  const [subject = '', answer = '', split, ...alsoRight] = row;
  return {
    id: `${relation}/${subject.replaceAll(' ', '-')}`,
    relation,
    subject,
    answer,
    ...(alsoRight.length > 0 && { alsoRight }),
    split: split === 'heldout' ? 'heldout' : 'train',
  };
}

/** Every fact, in a fixed order. Each is stated at least 100 times in the pre-training corpus. */
export const facts: readonly Fact[] = relations.flatMap((relation) =>
  table[relation].map((row) => toFact(relation, row)),
);

export interface UnknownPlace {
  readonly name: string;
  readonly split: 'train' | 'heldout';
}

/** Invented; none of them occurs in the pre-training corpus. */
const inventedNames =
  'Zorland Bremia Quandor Velmora Tarsinia Ombria Drovania Kelmar Plostia Wendria Farnovia Gruland Mistova Norbia Pelland Sorvania Trillia Umberland Vostania Yarland Ostrana Belforia Crandia Delmaria Elvonia Fosteria Glimland Hordania Imbria Jovaria Kordia Lumeria Morvania Nestoria Opland Prandia Rostavia Silvonia Tolmaria Ulvania Vintoria Wolbria Zandoria Brontia Colvania Durmia Estoria Falmora Garlonia Helvoria Istaria Jandor Krovia Lorvania Malbria Nordovia Orlania Palmoria Quilland Ruvania'.split(
    ' ',
  );
export const unknownPlaces: readonly UnknownPlace[] = inventedNames.map((name, i) => ({
  name,
  split: i % 5 === 4 ? 'heldout' : 'train',
}));
