/** The world's prompts by family and split, and by what is asked: for the command line, and for labels that hold only a text. */
import { seededRandom } from '../random.ts';
import type { Prompt, PromptFamily, PromptSplit } from '../types.ts';
import { allItems } from './allPrompts.ts';
import { tenseProbes } from './deedPrompts.ts';

/** Every prompt the world knows, those in another tense that are for measuring only included, in a fixed order. */
export function allPrompts(): readonly Prompt[] {
  known ??= withoutDoubles([
    ...allItems.map(({ prompt }) => prompt),
    ...tenseProbes('harmful', 'past'),
    ...tenseProbes('harmful', 'future'),
    ...tenseProbes('benign', 'past'),
    ...tenseProbes('benign', 'future'),
  ]);
  return known;
}

export interface PromptSelection {
  readonly family?: PromptFamily;
  readonly split?: PromptSplit;
  /** At most so many; default all. */
  readonly count?: number;
  /** In random order by this seed; without one, in the world's order. */
  readonly seed?: number;
}

/** @returns the prompts that fit, in the world's order or, with a seed, in a random one */
export function selectPrompts({ family, split, count, seed }: PromptSelection): readonly Prompt[] {
  const fitting = allPrompts().filter(
    (prompt) => (family === undefined || prompt.family === family) && (split === undefined || prompt.split === split),
  );
  const ordered = seed === undefined ? fitting : seededRandom(seed).shuffle(fitting);
  return count === undefined ? ordered : ordered.slice(0, count);
}

/** @param text the question as asked, or the whole text a model is fed · @returns undefined for one the world doesn't know */
export function findPrompt(text: string): Prompt | undefined {
  byText ??= new Map(allPrompts().flatMap((prompt) => [prompt.question, prompt.text].map((key) => [key, prompt])));
  return byText.get(text.trim());
}

let known: readonly Prompt[] | null = null;
let byText: ReadonlyMap<string, Prompt> | null = null;

/** A probe may ask what a family asks already. */
function withoutDoubles(prompts: readonly Prompt[]): Prompt[] {
  const seen = new Set<string>();
  return prompts.filter(({ id }) => !seen.has(id) && seen.add(id));
}
