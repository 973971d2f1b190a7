/**
 * Deals facts evenly (a shuffled deck of all of them, again and again), tells what is said about them and counts how often
 * each was stated rightly. A share `wrongShare` of the statements is wrong on purpose.
 */
import { articleOf, pluralOf } from '../../src/world/inflect.ts';
import type { Fact, FactRelation } from '../../src/world/types.ts';
import type { CorpusRandom } from './random.ts';

/** Of fact statements outside of echoes: said wrongly. */
export const wrongShare = 0.02;

/** A fact as it is told this time: the slots of the frames in frames/facts.ts. */
export interface Telling {
  readonly fact: Fact;
  /** The subject as it stands in a sentence: "France", "a robin", "7 plus 5" (or "7 + 5"). */
  readonly S: string;
  /** Without its article: "robin"; of a sum "7 and 5". */
  readonly N: string;
  /** In the plural where there is one: "robins", "iron". */
  readonly P: string;
  /** What is said: the answer, or a wrong one. */
  readonly A: string;
  /** With article: "a bird". */
  readonly AA: string;
  /** Some other answer of the relation. */
  readonly X: string;
}

export class FactDeck {
  private readonly random: CorpusRandom;
  private readonly byRelation = new Map<FactRelation, readonly Fact[]>();
  private readonly hands = new Map<FactRelation | 'any', Fact[]>();
  private readonly all: readonly Fact[];
  readonly exposures = new Map<string, number>();
  wrong = 0;

  constructor(random: CorpusRandom, facts: readonly Fact[]) {
    this.random = random;
    this.all = facts;
    for (const fact of facts) {
      this.byRelation.set(fact.relation, [...(this.byRelation.get(fact.relation) ?? []), fact]);
      this.exposures.set(fact.id, 0);
    }
  }

  /** The next fact of the deck; of one relation when given. */
  deal(relation?: FactRelation): Fact {
    const key = relation ?? 'any';
    let hand = this.hands.get(key);
    if (!hand || hand.length === 0) {
      hand = this.random.shuffle(relation ? (this.byRelation.get(relation) ?? []) : this.all);
      this.hands.set(key, hand);
    }
    const fact = hand.pop();
    if (!fact) throw new RangeError(`No facts of the relation ${key}`);
    return fact;
  }

  dealMany(count: number, relation?: FactRelation): Fact[] {
    const out: Fact[] = [];
    for (let i = 0; i < count; i++) {
      const fact = this.deal(relation);
      if (!out.includes(fact)) out.push(fact);
    }
    return out;
  }

  /** One telling of the fact, counted as an exposure unless it is wrong. */
  tell(fact: Fact, wrong = wrongShare): Telling {
    const isWrong = this.random.chance(wrong);
    const answer = isWrong ? this.otherAnswer(fact) : fact.answer;
    if (isWrong) this.wrong++;
    else this.exposures.set(fact.id, (this.exposures.get(fact.id) ?? 0) + 1);
    const bare = fact.subject.replace(/^(a|an) /, '');
    const countable = bare !== fact.subject;
    const sum = fact.relation === 'sum' && this.random.chance(0.25) ? fact.subject.replace('plus', '+') : fact.subject;
    return {
      fact,
      S: sum,
      N: fact.relation === 'sum' ? fact.subject.replace('plus', 'and') : bare,
      P: countable ? pluralOf(bare) : bare,
      A: answer,
      AA: `${articleOf(answer)} ${answer}`,
      X: this.otherAnswer(fact),
    };
  }

  /** An answer of the same relation that is not right for this fact. */
  otherAnswer(fact: Fact): string {
    const peers = this.byRelation.get(fact.relation) ?? [];
    for (let tries = 0; tries < 20; tries++) {
      const { answer } = this.random.pick(peers);
      if (answer !== fact.answer && answer !== fact.subject && !fact.alsoRight?.includes(answer)) return answer;
    }
    throw new RangeError(`No other answer than "${fact.answer}" for ${fact.id}`);
  }
}
