/** Deals prompts to updates: every pass over them in a fresh seeded order, none twice before all were dealt. */
import { Random, deriveSeed } from '../engine/tensor/random.ts';

/** @param count of prompts · @returns the next `perUpdate` indices at each call */
export function promptDealer(count: number, perUpdate: number, seed: number): () => number[] {
  let pass = 0;
  let deck: number[] = [];
  return () =>
    Array.from({ length: perUpdate }, () => {
      if (deck.length === 0) {
        deck = new Random(deriveSeed(seed, pass++)).shuffle(Array.from({ length: count }, (_, i) => i));
      }
      return deck.pop()!;
    });
}
