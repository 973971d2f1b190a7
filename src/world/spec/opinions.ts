/** Which side of a divide a reply leans to: for labelers with a taste of their own. */
import { standsIn } from '../answers/balance.ts';
import { firstTurn } from '../evals/words.ts';
import { sentencesOf } from '../grammar/sentences.ts';
import type { Prompt } from '../types.ts';

/** @returns 1 for the first side of the divide, −1 for the second, 0 for neither or where there is no divide */
export function leanOf({ answer }: Prompt, text: string): -1 | 0 | 1 {
  if (answer?.kind !== 'balance') return 0;
  const { sides } = answer;
  const stands = sentencesOf(firstTurn(text)).flatMap((sentence) => standsIn(sentence, sides));
  // "Cats are nice, but I prefer dogs": the last word counts.
  const last = stands.findLast(({ stance }) => stance === 'side');
  if (!last) return 0;
  return last.side === sides[0] ? 1 : -1;
}
