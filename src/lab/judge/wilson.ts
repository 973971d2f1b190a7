/** An interval for a share that holds for few votes and for shares of 0 and 1, where a standard error says nothing. */
import type { Outcomes } from '../../world/evals/goldEvals.ts';
import type { ShareEstimate } from '../desk/deskTypes.ts';

/** Of wins, ties half: what a win rate is. */
export function winShare({ won, tied, lost }: Outcomes): ShareEstimate {
  const n = won + tied + lost;
  return wilsonInterval(n === 0 ? 0 : (won + tied / 2) / n, n);
}

/** 95 %. */
const Z = 1.96;

/**
 * @param value a share of n, halves allowed · @returns its 95 % interval (Wilson 1927); from 0 to 1 when n is 0
 */
export function wilsonInterval(value: number, n: number): ShareEstimate {
  if (n === 0) return { value: 0, low: 0, high: 1, n };
  const z2 = Z * Z;
  const centre = (value + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z / (1 + z2 / n)) * Math.sqrt((value * (1 - value)) / n + z2 / (4 * n * n));
  return { value, low: Math.max(0, centre - half), high: Math.min(1, centre + half), n };
}
