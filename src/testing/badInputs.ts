/**
 * Bad inputs, made of good ones by a seeded generator: a value in the wrong place, a part that is missing or repeated, text
 * and bytes that were cut or flipped. What is mutated are real documents, so that most of each mutant is still right and the
 * fault lies deep.
 */
import type { Random } from '../world/random.ts';

const DEEP = 5000;
const nested = (open: string, close: string) => `${open.repeat(DEEP)}${close.repeat(DEEP)}`;

/** Values that no field of a document wants. Made anew each time, since some are large. */
const strangers: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => true,
  () => '',
  () => 'x'.repeat(50_000),
  () => '\ud800',
  () => 'a\u0000b\u001b[31m',
  () => '\u202egnp.exe',
  () => '__proto__',
  () => 'constructor',
  () => '<img src=x onerror=alert(1)>',
  () => '=1+1',
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => -1,
  () => 0.5,
  () => -0,
  () => 1e308,
  () => 5e-324,
  () => 2 ** 53,
  () => '12',
  () => [],
  () => ({}),
  () => [null],
  () => Array.from({ length: 20_000 }, (_, i) => i),
  () => JSON.parse(nested('[', ']')) as unknown,
  () => JSON.parse('{"__proto__": {"isAdmin": true}}') as unknown,
  () => ({ constructor: { prototype: { isAdmin: true } } }),
  () => Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`key ${i}`, i])),
];

const garbage = ['\u0000', '\ud83d', '{', '}', '[', ']', '"', ',', '%', '\\', '\n', '💥', '-', '9', '﻿', ' '] as const;

const below = (random: Random, count: number): number => Math.floor(random.next() * count);
const pick = <Item>(random: Random, items: readonly Item[]): Item => items[below(random, items.length)]!;

export function stranger(random: Random): unknown {
  return pick(random, strangers)();
}

/** @returns a copy of the value with one to three faults in it */
export function mutateValue(random: Random, value: unknown): unknown {
  let copy: unknown = structuredClone(value);
  for (let left = 1 + below(random, 3); left > 0; left--) copy = mutateOnce(random, copy);
  return copy;
}

function mutateOnce(random: Random, root: unknown): unknown {
  const place = choosePlace(random, root);
  if (!place) return stranger(random);
  const { parent, key } = place;
  switch (below(random, 6)) {
    case 0:
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else delete parent[key];
      break;
    case 1:
      parent[`${key}2`] = stranger(random);
      break;
    case 2:
      if (Array.isArray(parent)) for (let n = below(random, 100); n > 0; n--) parent.push(parent[Number(key)]);
      else parent[key] = [parent[key]];
      break;
    default:
      parent[key] = stranger(random);
  }
  return root;
}

type Parent = Record<string, unknown>;

/** Somewhere in it, each depth as likely; null in what has no inside. */
function choosePlace(random: Random, root: unknown): { readonly parent: Parent; readonly key: string } | null {
  let place: { readonly parent: Parent; readonly key: string } | null = null;
  for (let at = root; typeof at === 'object' && at !== null;) {
    const keys = Object.keys(at);
    if (keys.length === 0) break;
    place = { parent: at as Parent, key: pick(random, keys) };
    if (random.next() < 0.2) break;
    at = place.parent[place.key];
  }
  return place;
}

/** @returns the text cut, with letters changed, parts repeated or left out, or nested */
export function mutateText(random: Random, text: string): string {
  const at = below(random, text.length + 1);
  const to = at + below(random, Math.min(200, text.length - at + 1));
  switch (below(random, 7)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(at);
    case 2:
      return text.slice(0, at) + text.slice(to);
    case 3:
      return text.slice(0, to) + text.slice(at, to).repeat(below(random, 50)) + text.slice(to);
    case 4:
      return text.slice(0, at) + nested('[', ']') + text.slice(at);
    case 5:
      return '';
    default:
      return text.slice(0, at) + pick(random, garbage).repeat(1 + below(random, 5)) + text.slice(at);
  }
}

/** @returns the bytes cut, flipped, or with numbers of 32 bits written over them */
export function mutateBytes(random: Random, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = Uint8Array.from(bytes);
  const at = below(random, copy.length);
  switch (below(random, 5)) {
    case 0:
      return copy.slice(0, at);
    case 1:
      return copy.slice(at);
    case 2:
      copy.fill(pick(random, [0, 0x7f, 0x80, 0xff]), at, at + 1 + below(random, 16));
      return copy;
    default:
      // Most faults of a file are in its head.
      for (let n = 1 + below(random, 8); n > 0; n--)
        copy[below(random, Math.min(copy.length, 200))] = below(random, 256);
      return copy;
  }
}
