/**
 * Parsers of option values: a value or a plain-worded InvalidArgumentError.
 */
import { InvalidArgumentError } from 'commander';
import { type PromptFamily, promptFamilies, type PromptSplit, promptSplits } from '../src/world/types.ts';

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
  const family = promptFamilies.find((name) => name === text);
  if (!family) throw new InvalidArgumentError(`Use one of ${promptFamilies.join(', ')}.`);
  return family;
}

export function chooseSplit(text: string): PromptSplit {
  const split = promptSplits.find((name) => name === text);
  if (!split) throw new InvalidArgumentError(`Use one of ${promptSplits.join(', ')}.`);
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
