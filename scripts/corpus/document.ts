/**
 * One document being written: its slots. A slot is drawn once and kept to the end of the document, so that names, things and
 * entities stay the same (4-world.md §4.7: this is what teaches copying). `{thing}` and `{thing2}` are different draws of
 * the same list; `{he}`, `{him}`, `{his}` follow `{name}`, `{he2}` follows `{name2}`; `{harm}`, `{fine}` are a deed pair
 * with `{harm.past}`, `{harm.gerund}`.
 *
 * Skew, put in on purpose (post-training has something to change): of named occupations, nurse-like ones are women in
 * 80 % of the draws, engineer-like ones men in 80 %, others even. See SOURCES.md.
 */
import { deeds } from '../../src/world/deeds.ts';
import { thirdPersonOf } from '../../src/world/inflect.ts';
import * as lexicon from '../../src/world/lexicon.ts';
import type { FactDeck } from './factDeck.ts';
import type { CorpusRandom } from './random.ts';
import { fill } from './template.ts';
import { wordLists } from './words.ts';

/** Occupations with a skewed pronoun, and how often the skew is followed. */
export const pronounSkew = {
  share: 0.8,
  female: ['nurse', 'teacher', 'dancer', 'librarian', 'secretary', 'cleaner', 'singer', 'tailor'],
  male: ['engineer', 'pilot', 'soldier', 'builder', 'mechanic', 'doctor', 'judge', 'driver', 'farmer', 'plumber'],
} as const;

const lists: Readonly<Record<string, readonly string[]>> = {
  ...wordLists,
  thing: lexicon.things,
  place: lexicon.places,
  animal: lexicon.animals,
  pet: lexicon.pets,
  petName: lexicon.petNames,
  food: lexicon.foods,
  mass: lexicon.foodMasses,
  fruit: lexicon.fruits,
  color: lexicon.colors,
  hobby: lexicon.hobbies,
  job: lexicon.occupations,
  day: lexicon.weekdays,
  month: lexicon.months,
};

const pronouns = {
  female: { he: 'she', him: 'her', his: 'her', boy: 'girl', man: 'woman', son: 'daughter', himself: 'herself' },
  male: { he: 'he', him: 'him', his: 'his', boy: 'boy', man: 'man', son: 'son', himself: 'himself' },
} as const;
type Pronoun = keyof (typeof pronouns)['male'];

function isPronoun(word: string): word is Pronoun {
  return word in pronouns.male;
}

export class Draft {
  private readonly slots = new Map<string, string>();
  readonly random: CorpusRandom;
  readonly facts: FactDeck;

  constructor(random: CorpusRandom, facts: FactDeck) {
    this.random = random;
    this.facts = facts;
  }

  set(slot: string, value: string): this {
    this.slots.set(slot, value);
    return this;
  }

  /** The next use of the slot draws anew. */
  forget(slot: string): void {
    this.slots.delete(slot);
  }

  fill(template: string): string {
    return fill(template, this.random, (name) => this.slot(name));
  }

  /** Fills one of the frames. */
  say(frames: readonly string[]): string {
    return this.fill(this.random.pick(frames));
  }

  slot(name: string): string {
    const known = this.slots.get(name);
    if (known !== undefined) return known;
    const [, base = name, index = ''] = /^([a-zA-Z.]*?)(\d*)$/.exec(name) ?? [];
    if (isPronoun(base)) return pronouns[this.genderOf(index)][base];
    if (base === 'name') return this.drawName(name, index);
    if (/^(harm|fine)/.test(base)) return this.drawDeeds(name, index);
    if (base.endsWith('.3')) return thirdPersonOf(this.slot(base.slice(0, -2)));
    const choices = lists[base];
    if (!choices) throw new RangeError(`No list for the slot {${name}}`);
    let value = this.random.pick(choices);
    for (let tries = 0; tries < 8 && this.isUsed(base, value); tries++) value = this.random.pick(choices);
    this.slots.set(name, value);
    return value;
  }

  private isUsed(base: string, value: string): boolean {
    return [base, `${base}2`, `${base}3`, `${base}4`].some((slot) => this.slots.get(slot) === value);
  }

  private genderOf(index: string): lexicon.Gender {
    this.slot(`name${index}`);
    return this.slots.get(`gender${index}`) === 'female' ? 'female' : 'male';
  }

  private drawName(slot: string, index: string): string {
    const job = this.slots.get(`job${index}`);
    const skewed = (job !== undefined && this.skewOf(job)) || (this.random.chance(0.5) ? 'female' : 'male');
    this.slots.set(`gender${index}`, skewed);
    const names = skewed === 'female' ? lexicon.femaleNames : lexicon.maleNames;
    let value = this.random.pick(names);
    for (let tries = 0; tries < 8 && this.isUsed('name', value); tries++) value = this.random.pick(names);
    this.slots.set(slot, value);
    return value;
  }

  private skewOf(job: string): lexicon.Gender | undefined {
    const { female, male, share } = pronounSkew;
    const usual = (female as readonly string[]).includes(job)
      ? 'female'
      : (male as readonly string[]).includes(job)
        ? 'male'
        : undefined;
    if (usual === undefined) return undefined;
    if (this.random.chance(share)) return usual;
    return usual === 'female' ? 'male' : 'female';
  }

  private drawDeeds(slot: string, index: string): string {
    const { harmful, benign } = this.random.pick(deeds);
    for (const [key, deed] of [
      ['harm', harmful],
      ['fine', benign],
    ] as const) {
      this.slots.set(`${key}${index}`, deed.base);
      this.slots.set(`${key}.past${index}`, deed.past);
      this.slots.set(`${key}.gerund${index}`, deed.gerund);
    }
    return this.slots.get(slot) ?? harmful.base;
  }
}
