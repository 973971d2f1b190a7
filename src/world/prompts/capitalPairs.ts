/**
 * Capitals of real and of invented places, asked in the same words: where to answer and where to admit not knowing. Without
 * them side by side a reward model learns that admitting is always right, and RL unlearns every capital (measured).
 */
import type { Prompt, PromptSplit } from '../types.ts';
import { factItems } from './factPrompts.ts';
import type { PromptItem } from './source.ts';
import { unknownItems } from './unknownPrompts.ts';

export interface CapitalPair {
  /** The real place, as SFT data name their entities. */
  readonly entity: string;
  readonly known: Prompt;
  readonly invented: Prompt;
}

/** @returns every question about an invented capital of the split once, each beside a real one; the real ones take turns */
export function capitalPairs(split: PromptSplit): readonly CapitalPair[] {
  const isIn = ({ prompt }: PromptItem) => prompt.split === split && isCapital(prompt);
  const known = factItems.filter(isIn);
  const byPhrasing = new Map(known.map((item) => [phrasingOf(item), [] as PromptItem[]]));
  for (const item of known) byPhrasing.get(phrasingOf(item))!.push(item);
  return unknownItems.filter(isIn).map((item, turn) => {
    const inWords = byPhrasing.get(phrasingOf(item)) ?? [];
    const real = inWords[turn % inWords.length];
    if (!real) throw new RangeError(`no real capital is asked for as in "${item.prompt.question}"`);
    const pairId = `capital/${item.prompt.id}`;
    return { entity: real.entity, known: { ...real.prompt, pairId }, invented: { ...item.prompt, pairId } };
  });
}

export function isCapital({ fact, answer, id }: Prompt): boolean {
  return fact?.relation === 'capital' || (answer?.kind === 'notKnown' && id.startsWith('unknown/capital/'));
}

const phrasingOf = ({ prompt }: PromptItem) => prompt.id.split('/').at(-1) ?? '';
