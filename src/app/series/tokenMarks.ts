/**
 * Which tokens a mark touches: a misspelt word, a new sentence. Marks are places in the text, tokens are pieces of it in
 * order.
 */
import type { CompletionToken } from '../../lab/run/protocol.ts';
import type { Place } from './textDiff.ts';

/** @returns for every token whether one of the places touches it; its leading space doesn't count */
export function markTokens(
  tokens: readonly Pick<CompletionToken, 'text'>[],
  places: readonly Place[],
): readonly boolean[] {
  let at = 0;
  return tokens.map(({ text }) => {
    const from = at + (text.length - text.trimStart().length);
    at += text.length;
    const to = at;
    return places.some(({ start, end }) => from < end && start < to);
  });
}
