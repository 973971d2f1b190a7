/** 95 % intervals of measured figures. */
import type { EvalUnit } from '../judge/evalTable.ts';
import type { Eval } from '../document/evals.ts';
import { wilsonInterval } from '../judge/wilson.ts';

const Z = 1.96;

/**
 * Value ± 1.96 standard errors, a share kept within 0…1; where a share is 0 or 1 and its error says nothing, Wilson's.
 * @returns null where no error could be estimated
 */
export function intervalOf({ value, se, n }: Eval, unit: EvalUnit): readonly [low: number, high: number] | null {
  if (unit === 'share' && (value === 0 || value === 1) && n > 0) {
    const { low, high } = wilsonInterval(value, n);
    return [low, high];
  }
  if (!(se > 0)) return null;
  const [low, high] = [value - Z * se, value + Z * se];
  return unit === 'share' ? [Math.max(0, low), Math.min(1, high)] : [low, high];
}
