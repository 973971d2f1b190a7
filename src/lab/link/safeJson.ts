/**
 * JSON from strangers. Refused before anything reads it: text nested so deep that walking it would overflow the stack, and
 * keys that code which copies objects might take for a prototype.
 */
import { InvalidInputError } from '../../errors.ts';

const DEEPEST = 40;
const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];

/** @param what for the message: "the link" · @throws InvalidInputError */
export function readJson(text: string, what: string): unknown {
  if (depthOf(text) > DEEPEST)
    throw new InvalidInputError(`${what} is nested too deeply to be an experiment: ask for it again`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new InvalidInputError(`${what} is damaged, its content is not JSON: ask for it again`);
  }
  const bad = forbiddenKey(value);
  if (bad !== null)
    throw new InvalidInputError(`${what} holds the key "${bad}", which no experiment has: ask for it again`);
  return value;
}

/** Brackets outside of strings. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let isInString = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (isInString) {
      if (char === '\\') i++;
      else if (char === '"') isInString = false;
    } else if (char === '"') isInString = true;
    else if (char === '[' || char === '{') deepest = Math.max(deepest, ++depth);
    else if (char === ']' || char === '}') depth--;
  }
  return deepest;
}

function forbiddenKey(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) {
    for (const inner of value) {
      const bad = forbiddenKey(inner);
      if (bad !== null) return bad;
    }
    return null;
  }
  for (const [key, inner] of Object.entries(value)) {
    const bad = FORBIDDEN.includes(key) ? key : forbiddenKey(inner);
    if (bad !== null) return bad;
  }
  return null;
}
