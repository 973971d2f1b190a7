/** Where the dots of a crowd stand: by value along the line, stacked where values are close. Pure. */
import { extent } from '../../series/extent.ts';

export interface DotPlace {
  /** Which reply. */
  readonly index: number;
  /** 0…1 along the axis. */
  readonly x: number;
  /** Place in its stack, from 0 at the bottom. */
  readonly level: number;
}

/**
 * @param values one a dot · @param low @param high ends of the axis; what lies beyond stands at its end
 * @param bins stacks side by side at most · @param across dots side by side in a stack
 */
export function placeDots(
  values: readonly number[],
  low: number,
  high: number,
  bins: number,
  across: number,
): readonly DotPlace[] {
  const stacks = new Map<number, number>();
  const share = (value: number) => Math.min(1, Math.max(0, (value - low) / (high - low || 1)));
  return values.map((value, index) => {
    const bin = Math.min(bins - 1, Math.floor(share(value) * bins));
    const place = stacks.get(bin) ?? 0;
    stacks.set(bin, place + 1);
    return { index, x: (bin + ((place % across) + 0.5) / across) / bins, level: Math.floor(place / across) };
  });
}

/** Ends of the axis of scores that have no natural ones: round numbers around all of them. */
export function scoreRange(values: readonly number[]): readonly [number, number] {
  if (values.length === 0) return [-1, 1];
  const [least, most] = extent(values);
  const [low, high] = [Math.floor(least), Math.ceil(most)];
  return low === high ? [low - 1, high + 1] : [low, high];
}
