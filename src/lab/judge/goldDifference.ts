/** How much more gold one policy wins than another, from their replies to the same prompts with the same seeds. */
import { type EvalValue, meanOf } from '../../world/evals/statistics.ts';
import type { CompareResult } from '../run/protocol.ts';

/** @returns mean over the prompts, in gold points; its standard error is that of a paired difference */
export function meanGoldDifference({ pairs }: Pick<CompareResult, 'pairs'>): EvalValue {
  return meanOf(pairs.map(({ goldDifference }) => goldDifference));
}
