/** Natural typos: two letters swapped, one left out, doubled, or its neighbour on the keyboard hit. */
import type { CorpusRandom } from './random.ts';

const neighbours: Readonly<Record<string, string>> = {
  a: 's',
  b: 'v',
  c: 'x',
  d: 'f',
  e: 'r',
  f: 'g',
  g: 'h',
  h: 'j',
  i: 'o',
  j: 'k',
  k: 'l',
  l: 'k',
  m: 'n',
  n: 'm',
  o: 'p',
  p: 'o',
  q: 'w',
  r: 't',
  s: 'd',
  t: 'y',
  u: 'i',
  v: 'b',
  w: 'e',
  x: 'c',
  y: 'u',
  z: 'x',
};

/** Misspells one word with at least four lower-case letters. */
export function misspell(word: string, random: CorpusRandom): string {
  const at = random.int(1, word.length - 2);
  const [before, c, d, after] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)];
  switch (random.int(0, 3)) {
    case 0:
      return before + d + c + after;
    case 1:
      return before + d + after;
    case 2:
      return before + c + c + d + after;
    default:
      return before + (neighbours[c] ?? c) + d + after;
  }
}

/** @param rate of the lower-case words of at least four letters */
export function addTypos(text: string, random: CorpusRandom, rate: number): string {
  return text.replace(/\b[a-z]{4,}\b/g, (word) => (random.chance(rate) ? misspell(word, random) : word));
}
