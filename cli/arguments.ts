/**
 * Parsers of option values: a value or a plain-worded InvalidArgumentError.
 */
import { InvalidArgumentError } from 'commander';
import { familyNamed, familyNames, splitNamed, splitNames } from '../src/lab/draw/worldPrompts.ts';
import type { PromptFamily, PromptSplit } from '../src/world/types.ts';

export type CliDevice = 'auto' | 'cpu' | 'wasm';

export type EvalSize = 'full' | 'quick' | 'none';

const evalSizes: readonly EvalSize[] = ['full', 'quick', 'none'];
const devices: readonly CliDevice[] = ['auto', 'cpu', 'wasm'];

export function chooseDevice(text: string): CliDevice {
  const device = devices.find((name) => name === text);
  if (!device) throw new InvalidArgumentError(`Use one of ${devices.join(', ')}.`);
  return device;
}

export function evalSize(text: string): EvalSize {
  const size = evalSizes.find((name) => name === text);
  if (!size) throw new InvalidArgumentError(`Use one of ${evalSizes.join(', ')}.`);
  return size;
}

export function chooseFamily(text: string): PromptFamily {
  const family = familyNamed(text);
  if (!family) throw new InvalidArgumentError(`Use one of ${familyNames.join(', ')}.`);
  return family;
}

export function chooseSplit(text: string): PromptSplit {
  const split = splitNamed(text);
  if (!split) throw new InvalidArgumentError(`Use one of ${splitNames.join(', ')}.`);
  return split;
}

export function whole(low: number, high: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < low || value > high) {
      throw new InvalidArgumentError(`It must be a whole number from ${low} to ${high}.`);
    }
    return value;
  };
}

export function between(low: number, high: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === '' || !(value >= low && value <= high)) {
      throw new InvalidArgumentError(`It must be a number from ${low} to ${high}.`);
    }
    return value;
  };
}

/** Shells make line breaks awkward: a written `\n` is one. */
export function unescapeText(text: string): string {
  return text.replaceAll('\\n', '\n');
}
