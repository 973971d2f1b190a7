/** A measured value with its standard error: rates, means, and ratios of sums over independent parts. */

export interface EvalValue {
  readonly value: number;
  /** Standard error of `value`, over prompts or samples; 0 when it can't be estimated (fewer than two). */
  readonly se: number;
  /** What was counted: prompts for rates, words for word rates, bytes for bits per byte. */
  readonly n: number;
}

/** Share of true; binomial standard error. Empty → NaN. */
export function rateOf(outcomes: readonly boolean[]): EvalValue {
  const n = outcomes.length;
  const value = outcomes.filter(Boolean).length / n;
  return { value, se: n > 1 ? Math.sqrt((value * (1 - value)) / n) : 0, n };
}

/** Mean; s.e. = sample standard deviation / √n. Empty → NaN. */
export function meanOf(values: readonly number[]): EvalValue {
  const n = values.length;
  const value = values.reduce((sum, x) => sum + x, 0) / n;
  const squares = values.reduce((sum, x) => sum + square(x - value), 0);
  return { value, se: n > 1 ? Math.sqrt(squares / (n - 1) / n) : 0, n };
}

/**
 * Σ hits / Σ total over independent parts (texts), with the linearised standard error of a ratio (Cochran 1977, eq. 6.13):
 * words of one text aren't independent, texts are.
 */
export function ratioOf(parts: readonly { readonly hits: number; readonly total: number }[]): EvalValue {
  const total = parts.reduce((sum, part) => sum + part.total, 0);
  const value = parts.reduce((sum, part) => sum + part.hits, 0) / total;
  const k = parts.length;
  const squares = parts.reduce((sum, part) => sum + square(part.hits - value * part.total), 0);
  return { value, se: k > 1 ? Math.sqrt((squares * k) / (k - 1)) / total : 0, n: total };
}

/** `**` may differ in the last bit from one browser to the next. */
function square(x: number): number {
  return x * x;
}
