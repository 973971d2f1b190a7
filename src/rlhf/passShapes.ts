/**
 * The sizes in which recipes hand rows to the device, apart from the recipes: what estimates a stage's work reads them
 * without loading one.
 */
import type { PackedShape } from '../engine/nn/packed.ts';
import type { PooledShape } from './sequencePool.ts';

/** On-policy RL: rows of a packed pass; 64 short completions take about three of them. */
export const RL_PASS_ROWS = 8;
/** On-policy RL: of a packed pass's tokens, so many can be a completion's. */
export const RL_SLOT_SHARE = 0.6;
/** Completions that a policy draws in one run of the sampling loop, at most. */
export const DRAWN_TOGETHER = 64;
/** Learning from pairs: of a batch's tokens, so many can be a completion's. */
export const PAIR_SLOT_SHARE = 0.7;

/** Rows as long as the model reads, or as the longest text for small contexts. */
export function rlPassShape(contextLength: number, longest: number): PackedShape {
  const length = Math.min(contextLength, Math.max(longest, 128));
  return {
    batch: RL_PASS_ROWS,
    length,
    slots: Math.max(longest, slotsOf(RL_PASS_ROWS * length, RL_SLOT_SHARE)),
  };
}

export function pairPassShape(settings: { readonly batchSize: number; readonly sequenceLength: number }): PooledShape {
  const { batchSize: batch, sequenceLength: length } = settings;
  return { batch, length, slots: slotsOf(batch * length, PAIR_SLOT_SHARE), sequences: batch * 4 };
}

/** Whole blocks of 64. */
function slotsOf(tokens: number, share: number): number {
  return Math.ceil((tokens * share) / 64) * 64;
}
