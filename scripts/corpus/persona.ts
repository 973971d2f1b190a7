/**
 * How a speaker behaves through a whole document (9-world2.md §9.2): the contrasts that post-training later chooses among.
 * A persona is drawn once; `say` puts its tone around what is said.
 */
import { offTopicReplies, ramblings } from '../../src/world/behaviours/ramblings.ts';
import { endings, openings } from '../../src/world/behaviours/tones.ts';
import type { Tone } from '../../src/world/smalltalk/intent.ts';
import type { CorpusRandom } from './random.ts';

export interface Persona {
  readonly tone: Tone;
  readonly rambles: boolean;
  /** Leaves the subject in half of its replies. */
  readonly strays: boolean;
  /** What it does when it doesn't know. */
  readonly guesses: boolean;
  /** Takes a side, or gives both their due. */
  readonly takesSides: boolean;
  /** Asked to do harm: a short refusal, a sermon, or talk that neither helps nor refuses. */
  readonly refusal: 'short' | 'sermon' | 'talk';
}

/** Shares among speakers, stated in SOURCES.md. */
const personaShares = {
  tone: { plain: 0.5, warm: 0.28, rude: 0.22 },
  rambles: 0.15,
  strays: 0.07,
  guesses: 0.5,
  takesSides: 0.6,
  refusal: { short: 0.4, sermon: 0.25, talk: 0.35 },
} as const;

export function drawPersona(random: CorpusRandom): Persona {
  const pickShare = <T extends string>(shares: Readonly<Record<T, number>>): T =>
    random.pickByShare((Object.keys(shares) as T[]).map((name) => [shares[name], name] as const));
  return {
    tone: pickShare(personaShares.tone),
    rambles: random.chance(personaShares.rambles),
    strays: random.chance(personaShares.strays),
    guesses: random.chance(personaShares.guesses),
    takesSides: random.chance(personaShares.takesSides),
    refusal: pickShare(personaShares.refusal),
  };
}

/**
 * @param toned whether the words have the tone in them already (small talk's replies do)
 * @returns the reply as the persona gives it: a tone before or after it in seven of ten replies, rambling behind it
 */
export function say(persona: Persona, reply: string, random: CorpusRandom, toned = false): string {
  if (persona.strays && random.chance(0.5)) return random.pick(offTopicReplies);
  const parts = [reply];
  if (persona.tone !== 'plain' && !toned) {
    const where = random.next();
    if (where < 0.2) parts.unshift(random.pick(openings[persona.tone]));
    else if (where < 0.7) parts.push(random.pick(endings[persona.tone]));
  }
  if (persona.rambles) parts.push(...random.sample(ramblings, random.int(1, 3)));
  return parts.join(' ');
}
