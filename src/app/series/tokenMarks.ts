/**
 * Which tokens belong to misspelt words. Words are places in the text, tokens are pieces of it in order.
 */
import type { CompletionReview, CompletionToken } from '../../lab/run/protocol.ts';

/** @returns for every token whether a misspelt word touches it; its leading space doesn't count */
export function markMisspelt(
  tokens: readonly CompletionToken[],
  misspelt: CompletionReview['misspelt'],
): readonly boolean[] {
  let at = 0;
  return tokens.map(({ text }) => {
    const from = at + (text.length - text.trimStart().length);
    at += text.length;
    const to = at;
    return misspelt.some(({ start, end }) => from < end && start < to);
  });
}
