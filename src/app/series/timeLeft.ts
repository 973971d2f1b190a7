/**
 * How long a run still takes, from when its last steps arrived. Wall time, so that sampling and evaluations count too.
 */

/** How many arrivals are remembered. */
export const ARRIVALS = 24;

/** A longer silence between two steps than this many usual intervals was a pause, not work. */
const PAUSE_FACTOR = 8;

/**
 * @param arrivals times in ms at which successive steps arrived, oldest first
 * @returns seconds until `stepsLeft` more have arrived, or null while fewer than three are known
 */
export function estimateSecondsLeft(arrivals: readonly number[], stepsLeft: number): number | null {
  const intervals = arrivals.slice(1).map((time, index) => time - (arrivals[index] ?? time));
  if (intervals.length < 2) return null;
  const median = [...intervals].sort((a, b) => a - b)[Math.floor(intervals.length / 2)] ?? 0;
  const working = intervals.filter((interval) => interval <= PAUSE_FACTOR * Math.max(median, 1));
  const mean = working.reduce((sum, interval) => sum + interval, 0) / working.length;
  return (mean * stepsLeft) / 1000;
}

interface Counted {
  readonly done: number;
  readonly total: number;
  readonly sinceMs: number;
  readonly doneThen: number;
  readonly nowMs: number;
}

/** @returns seconds until a counted piece of work is done at its mean speed so far, or null before it has moved */
export function preparationSecondsLeft({ done, total, sinceMs, doneThen, nowMs }: Counted): number | null {
  if (done <= doneThen || nowMs <= sinceMs) return null;
  return ((total - done) * (nowMs - sinceMs)) / (done - doneThen) / 1000;
}
