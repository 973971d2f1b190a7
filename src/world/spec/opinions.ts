/** Which side of a divide a reply leans to: for labelers with a taste of their own. */
import { standOf } from '../answers/balance.ts';
import { firstTurn } from '../evals/words.ts';
import { sentencesOf } from '../grammar/sentences.ts';
import type { Prompt } from '../types.ts';

/** @returns 1 for the first side of the divide, −1 for the second, 0 for neither or where there is no divide */
export function leanOf({ answer }: Prompt, text: string): -1 | 0 | 1 {
  if (answer?.kind !== 'balance') return 0;
  const { sides } = answer;
  const stands = sentencesOf(firstTurn(text)).flatMap(({ words, pieces }) => {
    const whole = standOf(words, sides);
    if (whole) return [whole];
    return pieces.map((piece) => standOf(piece.replace(/^(?:and|but|so|because) /, ''), sides));
  });
  // "Cats are nice, but I prefer dogs": the last word counts.
  const last = stands.findLast((stand) => stand !== null && stand !== 'other' && stand.stance === 'side');
  if (!last || last === 'other') return 0;
  return last.side === sides[0] ? 1 : -1;
}
