/**
 * Preferences as packed batches of whole pairs: both completions of a pair stand in the same batch, the chosen one in row 2i
 * of what is computed a sequence, the rejected one in row 2i + 1. For every recipe that learns from comparisons.
 */
import { type HostTensor, f32 } from '../engine/tensor/hostTensor.ts';
import { Random, deriveSeed } from '../engine/tensor/random.ts';
import { InvalidInputError } from '../errors.ts';
import { type SequencePlan, planEvenly } from './minibatches.ts';
import type { TokenizedExample } from './recipe.ts';
import type { PooledShape, RowOf } from './sequencePool.ts';

/** A preference as recipes take it. */
export interface TokenizedPreference {
  readonly promptIds: readonly number[];
  /** EOS included when it stopped. */
  readonly chosenIds: readonly number[];
  readonly rejectedIds: readonly number[];
  readonly isTie?: boolean;
  /** In units of the score. */
  readonly margin?: number;
  /** Who judged, for held-out figures by labeler. */
  readonly group?: string;
}

export interface Pair<Text extends TokenizedExample = TokenizedExample> {
  readonly chosen: Text;
  readonly rejected: Text;
  /** Neither is better: the order says nothing. */
  readonly isTie: boolean;
}

type TextOf<Of extends Pair> = Of['chosen'] | Of['rejected'];

export interface PairBatch<Of extends Pair> {
  readonly pairs: readonly Of[];
  readonly plan: SequencePlan<TextOf<Of>>;
}

/**
 * Fills batches with as many whole pairs as fit, in a fresh seeded order every epoch.
 * @throws InvalidInputError when a text is longer than a row, or the two of a pair don't fit one batch
 */
export function planPairs<Of extends Pair>(
  pairs: readonly Of[],
  shape: PooledShape,
  epochs: number,
  seed: number,
): PairBatch<Of>[] {
  return Array.from({ length: epochs }, (_, epoch) => {
    const order = new Random(deriveSeed(seed, epoch)).shuffle([...pairs]);
    const batches: PairBatch<Of>[] = [];
    for (let start = 0; start < order.length; start += batches.at(-1)!.pairs.length) {
      batches.push(fillBatch(order.slice(start, start + shape.sequences / 2), shape));
    }
    return batches;
  }).flat();
}

/** @param waiting at least one pair · @returns the first of them, as many as fit */
function fillBatch<Of extends Pair>(waiting: readonly Of[], shape: PooledShape): PairBatch<Of> {
  for (let count = waiting.length; count > 0; count--) {
    const pairs = waiting.slice(0, count);
    const texts = pairs.flatMap(({ chosen, rejected }): TextOf<Of>[] => [chosen, rejected]);
    const [plan, ...more] = planEvenly(texts, shape);
    if (more.length === 0) return { pairs, plan: plan! };
  }
  const [chosen, rejected] = [waiting[0]!.chosen.completionIds.length, waiting[0]!.rejected.completionIds.length];
  throw new InvalidInputError(
    `a pair's completions of ${chosen} and ${rejected} tokens don't fit one batch of ${shape.batch} rows of ${shape.length}: raise batchSize or shorten them`,
  );
}

/** Where the numbers of a pair's two texts stand. */
export function pairRows<Of extends Pair>({ pairs }: PairBatch<Of>): RowOf<TextOf<Of>> {
  const rows = new Map<TextOf<Of>, number>();
  pairs.forEach(({ chosen, rejected }, i) => rows.set(chosen, 2 * i).set(rejected, 2 * i + 1));
  return (text) => rows.get(text)!;
}

/** One number a pair, 0 where the batch has none left: (S/2, 1). */
export function pairColumn<Of>(
  pairs: readonly Of[],
  { sequences }: PooledShape,
  valueOf: (pair: Of) => number,
): HostTensor {
  const column = new Float32Array(sequences / 2);
  column.set(pairs.map(valueOf));
  return f32(column, [sequences / 2, 1]);
}

/** The feeds of pairTerms: labels q, 1 where the chosen one is better and ½ for a tie, and weights, 0 for unused pairs. */
export function pairFeeds(pairs: readonly Pair[], shape: PooledShape): Record<string, HostTensor> {
  return {
    labels: pairColumn(pairs, shape, ({ isTie }) => (isTie ? 0.5 : 1)),
    weights: pairColumn(pairs, shape, () => 1),
  };
}
