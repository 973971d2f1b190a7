/** `lab prompts`: the world's prompts, one JSON row a line. */
import { worldPrompts } from '../src/lab/draw/worldPrompts.ts';
import type { PromptSelection } from '../src/world/prompts/selectPrompts.ts';
import { writeJsonLines } from './output.ts';

export type PromptsCommandOptions = PromptSelection;

/** Prints every prompt that fits, as it is: id, family, split, question, text, and what its checker needs. */
export function promptsCommand(selection: PromptsCommandOptions): void {
  writeJsonLines(worldPrompts(selection));
}
