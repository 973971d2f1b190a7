/** Ends of a list of numbers of any length, which `Math.min(...values)` doesn't take. @returns [∞, −∞] of none */
export function extent(values: Iterable<number>): readonly [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return [low, high];
}
