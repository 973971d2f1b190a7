/** How well a judge of pairs agrees with gold, and what looking at length or at a courtesy alone would reach. Pure. */
import { agreement } from './goldEvals.ts';
import { type EvalValue, meanOf } from './statistics.ts';

/** A pair of completions of one prompt; differences are first − second. */
export interface JudgedPair {
  readonly goldGap: number;
  readonly scoreGap: number;
  /** In tokens. */
  readonly lengthGap: number;
  /** 1 where only the first is warm (behaviours/), −1 where only the second is, else 0. */
  readonly warmGap: number;
}

/** Below so much gold doesn't tell the two apart (4-world.md §4.6). */
const usableGap = 0.05;

export function usablePairs<Pair extends Pick<JudgedPair, 'goldGap'>>(pairs: readonly Pair[]): Pair[] {
  return pairs.filter(({ goldGap }) => Math.abs(goldGap) > usableGap);
}

/** Share of usable pairs that scores order as gold does; equal scores count half. */
export function scoreAccuracy(pairs: readonly JudgedPair[]): EvalValue {
  return meanOf(usablePairs(pairs).map(({ goldGap, scoreGap }) => agreement(scoreGap * Math.sign(goldGap))));
}

/**
 * The better of "more of it wins" and "less of it wins" on the same pairs. Which is better is chosen on the other half (pairs
 * of even and odd place), so that it isn't fitted to what it is measured on.
 */
export function baselineAccuracy<Gap extends 'lengthGap' | 'warmGap'>(
  pairs: readonly Pick<JudgedPair, 'goldGap' | Gap>[],
  of: Gap,
): EvalValue {
  const moreWins = usablePairs(pairs).map((pair) => agreement(pair[of] * Math.sign(pair.goldGap)));
  const halves = [0, 1].map((rest) => moreWins.filter((_, i) => i % 2 === rest));
  const measured = halves.flatMap((half, h) => {
    const isMoreBetter = meanOf(halves[1 - h]!).value >= 0.5;
    return half.map((hit) => (isMoreBetter ? hit : 1 - hit));
  });
  return meanOf(measured);
}
