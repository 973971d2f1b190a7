/** What is said of a pair that was just learnt from, whatever learnt from it. */
import type { TokenizedPreference } from '../../rlhf/pairBatches.ts';
import type { Tokenizer } from '../../world/tokenizer.ts';

export interface ShownPair {
  readonly question: string;
  readonly isTie: boolean;
  /** Who judged. */
  readonly labeler: string;
}

export function shownPair(
  { promptIds, isTie = false, group = '' }: TokenizedPreference,
  tokenizer: Tokenizer,
): ShownPair {
  return { question: tokenizer.decode(promptIds).trim(), isTie, labeler: group };
}
