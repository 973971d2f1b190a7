/**
 * Seeded random numbers: xoshiro128** (Blackman & Vigna 2018) seeded by splitmix32. The same seed gives the same bits on
 * every machine (exactMath.ts), and a stream's state can be saved and restored.
 */
import { exactLog } from './exactMath.ts';

export type RandomState = readonly [number, number, number, number];

export class Random {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  constructor(seed: number | RandomState) {
    [this.#a, this.#b, this.#c, this.#d] = typeof seed === 'number' ? expandSeed(seed) : seed;
  }

  get state(): RandomState {
    return [this.#a, this.#b, this.#c, this.#d];
  }

  uint32(): number {
    const result = Math.imul(rotateLeft(Math.imul(this.#b, 5), 7), 9) >>> 0;
    const t = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= t;
    this.#d = rotateLeft(this.#d, 11);
    return result;
  }

  /** Uniform in the open interval (0, 1), 32 bits. */
  uniform(): number {
    return (this.uint32() + 0.5) / 4294967296;
  }

  /** Uniform in (0, 1) with 23 bits: exact in float32, so never 0 or 1 there either. */
  uniform23(): number {
    return ((this.uint32() >>> 9) + 0.5) / 8388608;
  }

  /** Uniform integer in 0 … bound − 1 (bound ≤ 2³²; bias below 2⁻²⁰ for bounds below 4096). */
  int(bound: number): number {
    return Math.floor(this.uniform() * bound);
  }

  /** Standard normal, Marsaglia's polar method. */
  normal(): number {
    for (;;) {
      const u = 2 * this.uniform() - 1;
      const v = 2 * this.uniform() - 1;
      const s = u * u + v * v;
      if (s < 1 && s > 0) return u * Math.sqrt((-2 * exactLog(s)) / s);
    }
  }

  /** Fisher–Yates, in place. */
  shuffle<T>(items: T[]): T[] {
    for (let i = items.length - 1; i > 0; i--) {
      const j = this.int(i + 1);
      [items[i], items[j]] = [items[j]!, items[i]!];
    }
    return items;
  }
}

/** A seed for an independent stream: the same parent seed and labels give the same child. */
export function deriveSeed(seed: number, ...labels: readonly (number | string)[]): number {
  // mixed before the first label: a neighbouring seed with a neighbouring label must not meet it
  let hash = mix32((seed >>> 0) ^ 0x6a09e667);
  for (const label of labels) {
    for (const char of String(label)) hash = mix32((hash + char.charCodeAt(0) + 0x9e3779b9) >>> 0);
    hash = mix32(hash ^ 0x85ebca6b);
  }
  return hash;
}

function expandSeed(seed: number): RandomState {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0;
    return mix32(state);
  };
  return [next(), next(), next(), next() | 1];
}

/** The finalizer of splitmix32. */
function mix32(x: number): number {
  let z = x;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}

function rotateLeft(x: number, bits: number): number {
  return (x << bits) | (x >>> (32 - bits));
}
