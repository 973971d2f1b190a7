/** A bounded list that keeps its first and its newest entries and thins what lies between, like curves are thinned. */

/** @returns `kept` with `entry` behind it; when more than `most`, every other one is dropped, never the first or the last */
export function keepThinned<Entry>(kept: readonly Entry[], entry: Entry, most: number): readonly Entry[] {
  const all = [...kept, entry];
  if (all.length <= most) return all;
  return all.filter((_, index) => index % 2 === 0 || index === all.length - 1);
}
