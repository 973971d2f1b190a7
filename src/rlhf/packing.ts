/**
 * Supervised examples → batches of rows. Packed: several examples share a row, each its own segment, so none sees another
 * (first fit into the open rows of the batch). Padded: one example a row. Only completion tokens, EOS included, count in
 * the loss, and of those only the ones that completionMask doesn't take out.
 */
import type { LmBatch } from '../engine/nn/languageModel.ts';
import type { PackedShape } from '../engine/nn/packed.ts';
import { Random, deriveSeed } from '../engine/tensor/random.ts';
import { InvalidInputError } from '../errors.ts';
import { checkMask, countOwn, isOwn } from './completionMask.ts';
import type { TokenizedExample } from './recipe.ts';

export interface PackingOptions {
  /** B rows */
  readonly batchSize: number;
  /** T */
  readonly sequenceLength: number;
  readonly packing: boolean;
  readonly padId: number;
}

/** Which examples stand in which row of one batch. */
export type BatchPlan = readonly (readonly TokenizedExample[])[];

/** Input positions an example takes: its last token is only ever a target. */
const inputLength = ({ promptIds, completionIds }: TokenizedExample) => promptIds.length + completionIds.length - 1;

/**
 * Plans for `batches` batches; every epoch passes over all examples in a fresh seeded order.
 * @throws InvalidInputError when there are no examples, or one doesn't fit a row
 */
export function planBatches(
  examples: readonly TokenizedExample[],
  options: PackingOptions,
  batches: number,
  seed: number,
): BatchPlan[] {
  checkExamples(examples, options);
  const next = endlessOrder(examples, seed);
  let waiting = next();
  return Array.from({ length: batches }, () => {
    const rows: TokenizedExample[][] = Array.from({ length: options.batchSize }, () => []);
    const room = new Array<number>(options.batchSize).fill(options.sequenceLength);
    for (;;) {
      const length = inputLength(waiting);
      const row = room.findIndex((left, index) => left >= length && (options.packing || rows[index]!.length === 0));
      if (row < 0) return rows;
      rows[row]!.push(waiting);
      room[row] = room[row]! - length;
      waiting = next();
    }
  });
}

/** Every example once, in order: the held-out set. */
export function planOnce(examples: readonly TokenizedExample[], options: PackingOptions): BatchPlan[] {
  checkExamples(examples, options);
  const plans: TokenizedExample[][][] = [];
  let room: number[] = [];
  for (const example of examples) {
    const length = inputLength(example);
    let row = room.findIndex(
      (left, index) => left >= length && (options.packing || plans.at(-1)![index]!.length === 0),
    );
    if (row < 0) {
      plans.push(Array.from({ length: options.batchSize }, () => []));
      room = new Array<number>(options.batchSize).fill(options.sequenceLength);
      row = 0;
    }
    plans.at(-1)![row]!.push(example);
    room[row] = room[row]! - length;
  }
  return plans;
}

/** Places that the completion tokens take, those that don't count included. */
export function countSlots(plan: BatchPlan): number {
  return plan.flat().reduce((sum, example) => sum + example.completionIds.length, 0);
}

/** Tokens whose loss counts. */
export function countTargets(plan: BatchPlan): number {
  return plan.flat().reduce((sum, example) => sum + countOwn(example), 0);
}

/** Tokens fed, padding not counted. */
export function countTokens(plan: BatchPlan): number {
  return plan.flat().reduce((sum, example) => sum + inputLength(example), 0);
}

/** @param shape with at least countSlots(plan) slots */
export function layOutBatch(plan: BatchPlan, { batch, length, slots }: PackedShape, padId: number): LmBatch {
  const size = batch * length;
  const tokens = new Int32Array(size).fill(padId);
  const positions = new Int32Array(size);
  const segments = new Float32Array(size);
  const slotRows = new Int32Array(slots);
  const targets = new Int32Array(slots);
  const weights = new Float32Array(slots);
  let slot = 0;
  plan.forEach((row, b) => {
    let at = b * length;
    row.forEach(({ promptIds, completionIds, completionMask }, index) => {
      const ids = [...promptIds, ...completionIds];
      for (let t = 0; t < ids.length - 1; t++, at++) {
        tokens[at] = ids[t]!;
        positions[at] = t;
        segments[at] = index + 1;
        if (t >= promptIds.length - 1) {
          slotRows[slot] = at;
          targets[slot] = ids[t + 1]!;
          weights[slot++] = Number(isOwn(completionMask, t + 1 - promptIds.length));
        }
      }
    });
  });
  return { tokens, positions, segments, slotRows, targets, weights };
}

function endlessOrder(examples: readonly TokenizedExample[], seed: number): () => TokenizedExample {
  let epoch = 0;
  let order: TokenizedExample[] = [];
  return () => {
    if (order.length === 0) order = new Random(deriveSeed(seed, 'epoch', epoch++)).shuffle([...examples]);
    return order.pop()!;
  };
}

function checkExamples(examples: readonly TokenizedExample[], { sequenceLength }: PackingOptions): void {
  if (examples.length === 0) throw new InvalidInputError('There are no examples to train on. Add at least one pair.');
  examples.forEach((example, index) => {
    const { promptIds, completionIds } = example;
    if (promptIds.length === 0 || completionIds.length === 0 || inputLength(example) > sequenceLength) {
      throw new InvalidInputError(
        `Example ${index + 1} has ${promptIds.length} prompt and ${completionIds.length} completion tokens; it needs at least one of each and at most ${sequenceLength + 1} together. Raise the sequence length, or shorten or remove the example.`,
      );
    }
    checkMask(example, `Example ${index + 1}`);
  });
}
