/** A part of the pre-training corpus, to mix into post-training: scripts/corpus/keepTexts.ts says how it was taken. */
import documents from './data/pretrainingText.json' with { type: 'json' };
import type { Tokenizer } from './tokenizer.ts';

/**
 * Each document as a completion of the end-of-text token before it, as half of pre-training's rows begin.
 * @param maxTokens a row's length: a longer document is cut there, and then doesn't end
 */
export function pretrainingExamples(
  { encode, eosId }: Pick<Tokenizer, 'encode' | 'eosId'>,
  maxTokens: number,
): { readonly promptIds: readonly number[]; readonly completionIds: readonly number[] }[] {
  return documents.map((text) => ({
    promptIds: [eosId],
    completionIds: [...encode(text), eosId].slice(0, maxTokens),
  }));
}
