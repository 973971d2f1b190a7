/** The way from one policy to another, measured at a few places: whether a mix is better than its ends, or falls between them. */
import type { Eval, Evals } from '../document/evals.ts';

/** Of the second policy. */
export const SWEEP_SHARES: readonly number[] = [0, 0.25, 0.5, 0.75, 1];

/** What a sweep shows. */
const SWEEP_EVALS = ['gold/mean', 'facts/known_exact'] as const;

export interface SweepPoint {
  readonly share: number;
  readonly gold: Eval | null;
  readonly facts: Eval | null;
}

export function sweepPoint(share: number, evals: Evals): SweepPoint {
  const [gold, facts] = SWEEP_EVALS.map((name) => evals[name] ?? null);
  return { share, gold: gold ?? null, facts: facts ?? null };
}
