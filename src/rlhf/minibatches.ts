/**
 * Sequences of any number and length → packed batches of one fixed shape: as few as hold them, filled evenly; or the
 * minibatches of an epoch, each in as many as it takes.
 */
import type { PackedShape } from '../engine/nn/packed.ts';
import { InvalidInputError } from '../errors.ts';
import { sum } from './numerics.ts';
import type { TokenizedExample } from './recipe.ts';

export type SequencePlan<Sequence extends TokenizedExample> = readonly (readonly Sequence[])[];

const inputLength = ({ promptIds, completionIds }: TokenizedExample) => promptIds.length + completionIds.length - 1;

/**
 * @param sequences dealt to the batches in turn: shuffle them first where chance should decide
 * @param atLeast batches, while there are as many sequences
 * @throws InvalidInputError when a sequence is longer than a row
 */
export function planEvenly<Sequence extends TokenizedExample>(
  sequences: readonly Sequence[],
  shape: PackedShape,
  atLeast = 1,
): SequencePlan<Sequence>[] {
  const tooLong = sequences.find((one) => inputLength(one) > shape.length || one.completionIds.length > shape.slots);
  if (tooLong) {
    throw new InvalidInputError(
      `a prompt of ${tooLong.promptIds.length} and a completion of ${tooLong.completionIds.length} tokens don't fit a row of ${shape.length}: shorten the prompt or the completion`,
    );
  }
  const fewest = Math.max(Math.min(atLeast, sequences.length), fewestBatches(sequences, shape));
  for (let count = fewest; ; count++) {
    const plans = packHands(sequences, count, shape);
    if (plans) return plans;
  }
}

/** @returns null as soon as one hand doesn't fit: with thousands of them many numbers of hands are tried */
function packHands<Sequence extends TokenizedExample>(
  sequences: readonly Sequence[],
  hands: number,
  shape: PackedShape,
): SequencePlan<Sequence>[] | null {
  const plans: SequencePlan<Sequence>[] = [];
  for (let hand = 0; hand < hands; hand++) {
    const plan = packRows(dealt(sequences, hands, hand), shape);
    if (!plan) return null;
    plans.push(plan);
  }
  return plans;
}

/**
 * Minibatches of one optimizer step each: exactly `count` of them, while there are as many sequences.
 * @returns for each minibatch the packed batches that hold it, mostly one · @throws InvalidInputError as planEvenly
 */
export function planMinibatches<Sequence extends TokenizedExample>(
  sequences: readonly Sequence[],
  shape: PackedShape,
  count: number,
): (readonly SequencePlan<Sequence>[])[] {
  const hands = Math.min(count, sequences.length);
  return Array.from({ length: hands }, (_, hand) => planEvenly(dealt(sequences, hands, hand), shape));
}

/** What the tokens alone need, at least 1: fewer can't hold them. */
function fewestBatches(sequences: readonly TokenizedExample[], { batch, length, slots }: PackedShape): number {
  const tokens = sum(sequences.map(inputLength));
  const completionTokens = sum(sequences.map(({ completionIds }) => completionIds.length));
  return Math.max(1, Math.ceil(tokens / (batch * length)), Math.ceil(completionTokens / slots));
}

/** One hand. Like cards: hand 0 gets the first, hand 1 the second, … */
function dealt<Item>(items: readonly Item[], hands: number, hand: number): Item[] {
  const own: Item[] = [];
  for (let i = hand; i < items.length; i += hands) own.push(items[i]!);
  return own;
}

/** First fit, longest first. @returns null when they don't fit one batch */
function packRows<Sequence extends TokenizedExample>(
  sequences: readonly Sequence[],
  { batch, length, slots }: PackedShape,
): SequencePlan<Sequence> | null {
  const rows = Array.from({ length: batch }, (): Sequence[] => []);
  const room = new Array<number>(batch).fill(length);
  let slotsLeft = slots;
  for (const sequence of [...sequences].sort((a, b) => inputLength(b) - inputLength(a))) {
    const row = room.findIndex((left) => left >= inputLength(sequence));
    slotsLeft -= sequence.completionIds.length;
    if (row < 0 || slotsLeft < 0) return null;
    rows[row]!.push(sequence);
    room[row] = room[row]! - inputLength(sequence);
  }
  return rows;
}

/** Per-token values of the sequences in the order of the slots (layOutBatch's): (K), unused slots 0. */
export function toSlots<Sequence extends TokenizedExample>(
  plan: SequencePlan<Sequence>,
  slots: number,
  valuesOf: (sequence: Sequence) => ArrayLike<number>,
): Float32Array {
  const values = new Float32Array(slots);
  let slot = 0;
  for (const sequence of plan.flat()) {
    const own = valuesOf(sequence);
    for (let t = 0; t < sequence.completionIds.length; t++) values[slot++] = own[t]!;
  }
  return values;
}

/**
 * The same text read whole, for a model that judges it: every completion token, forced or not, is an input and has its slot
 * at its own position (a language model's slots lie one before).
 */
export function readWhole<Sequence extends TokenizedExample>(sequence: Sequence, padId: number): Sequence {
  const { promptIds, completionIds } = sequence;
  return {
    ...sequence,
    promptIds: [...promptIds, ...completionIds.slice(0, 1)],
    completionIds: [...completionIds.slice(1), padId],
  };
}
