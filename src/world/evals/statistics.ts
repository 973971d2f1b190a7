/** A measured value with its standard error: rates, means, and ratios of sums over independent parts. */

export interface EvalValue {
  readonly value: number;
  /** Standard error of `value`, over prompts or samples; 0 when it can't be estimated (fewer than two). */
  readonly se: number;
  /** What was counted: prompts for rates, words for word rates, bytes for bits per byte. */
  readonly n: number;
}

/** What a figure is made of: an outcome, a number or a part of a ratio for every prompt. */
export type Sample =
  | { readonly rate: readonly boolean[] }
  | { readonly mean: readonly number[] }
  | { readonly ratio: readonly RatioPart[] };

export interface RatioPart {
  readonly hits: number;
  readonly total: number;
}

/** By figure, a number a prompt. */
export type PerPrompt = Readonly<Record<string, readonly number[]>>;

export function valueOf(sample: Sample): EvalValue {
  if ('rate' in sample) return rateOf(sample.rate);
  return 'mean' in sample ? meanOf(sample.mean) : ratioOf(sample.ratio);
}

/**
 * Numbers, one a prompt, whose mean is the figure: meanOf the differences of two such lists over the same prompts is the
 * difference of the figures with its paired standard error. A ratio r is linearised: r + (hits − r·total) / mean total.
 */
export function perPromptOf(sample: Sample): readonly number[] {
  if ('rate' in sample) return sample.rate.map(Number);
  if ('mean' in sample) return sample.mean;
  const { value, n } = ratioOf(sample.ratio);
  return sample.ratio.map(({ hits, total }) => value + ((hits - value * total) * sample.ratio.length) / n);
}

/** The figures of lists that are means over prompts. */
export function meansOf(lists: PerPrompt): Record<string, EvalValue> {
  return Object.fromEntries(Object.entries(lists).map(([name, values]) => [name, meanOf(values)]));
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
export function ratioOf(parts: readonly RatioPart[]): EvalValue {
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
