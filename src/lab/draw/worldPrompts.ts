/** The world's prompts as the command line asks for them: by the names of families and splits, checked. */
import { type PromptSelection, selectPrompts } from '../../world/prompts/selectPrompts.ts';
import { type Prompt, type PromptFamily, promptFamilies, type PromptSplit, promptSplits } from '../../world/types.ts';

export const familyNames: readonly string[] = promptFamilies;
export const splitNames: readonly string[] = promptSplits;

/** @returns undefined when there is no such family */
export function familyNamed(name: string): PromptFamily | undefined {
  return promptFamilies.find((family) => family === name);
}

/** @returns undefined when there is no such split */
export function splitNamed(name: string): PromptSplit | undefined {
  return promptSplits.find((split) => split === name);
}

export function worldPrompts(selection: PromptSelection): readonly Prompt[] {
  return selectPrompts(selection);
}
