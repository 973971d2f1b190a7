/** Round numbers for a value axis: 1, 2 or 5 times a power of ten. */

/** @returns ascending ticks that enclose [low, high], about `count` of them; the first and last are the axis' domain */
export function linearTicks(low: number, high: number, count: number): readonly number[] {
  const span = high - low || Math.abs(high) || 1;
  const step = roundUp(span / Math.max(1, count - 1));
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** For a log axis: 1, 2, 5, 10, … from the last below `low` to the first above `high`. @param low above 0 */
export function logTicks(low: number, high: number): readonly number[] {
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)) - 1; 10 ** power <= high * 10; power++) {
    for (const lead of [1, 2, 5]) ticks.push(Number((lead * 10 ** power).toPrecision(1)));
  }
  const from = ticks.findLastIndex((tick) => tick <= low);
  const to = ticks.findIndex((tick) => tick >= high);
  return ticks.slice(Math.max(0, from), to + 1);
}

/** The next of 1, 2, 5, 10 times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const lead = [1, 2, 5, 10].find((candidate) => candidate * power >= value * (1 - 1e-9)) ?? 10;
  return lead * power;
}
