/** All prompt families under one roof: what SFT data and evaluations draw from. */
import type { Prompt, PromptFamily, PromptSplit } from '../types.ts';
import { benignItems, benignPastItems, harmfulItems } from './deedPrompts.ts';
import { factItems } from './factPrompts.ts';
import { occupationItems } from './occupationPrompts.ts';
import { openItems } from './openPrompts.ts';
import { opinionItems } from './opinionPrompts.ts';
import { smalltalkItems } from './smalltalkPrompts.ts';
import type { PromptItem } from './source.ts';
import { unknownItems } from './unknownPrompts.ts';
import { writingItems } from './writingPrompts.ts';

/** Every prompt with its demonstration, in a fixed order. */
export const allItems: readonly PromptItem[] = [
  ...factItems,
  ...unknownItems,
  ...harmfulItems,
  ...benignItems,
  ...benignPastItems,
  ...writingItems,
  ...smalltalkItems,
  ...opinionItems,
  ...occupationItems,
  ...openItems,
];

/** @returns the prompts of a family and split, in a fixed order */
export function promptsOf(family: PromptFamily, split: PromptSplit): readonly Prompt[] {
  return allItems
    .filter(({ prompt }) => prompt.family === family && prompt.split === split)
    .map(({ prompt }) => prompt);
}
