/**
 * Packed rows: several documents share a row, each its own segment, and only K chosen positions ("slots") leave the
 * transformer. Every pass over given text reads it this way: pre-training, SFT, reward model, policy.
 */
import type { Graph, Tensor } from '../autodiff/graph.ts';
import * as ops from '../autodiff/ops.ts';
import { type HostTensor, f32, i32 } from '../tensor/hostTensor.ts';
import type { ModelConfig } from './config.ts';
import { llamaHidden, segmentMask } from './llama.ts';
import type { NamedParams } from './paramLayout.ts';

export interface PackedShape {
  readonly batch: number;
  readonly length: number;
  /** Places for positions that count (K ≤ B·T). */
  readonly slots: number;
}

/** The text of one pass, host side. */
export interface PackedRows {
  /** (B·T) */
  readonly tokens: Int32Array;
  /** (B·T), counted from 0 in each document */
  readonly positions: Int32Array;
  /** (B·T), one number a document within its row */
  readonly segments: Float32Array;
  /** (K) rows of the flattened batch; unused slots are 0 and must not count */
  readonly slotRows: Int32Array;
}

export interface PackedInputs extends PackedShape {
  readonly tokens: Tensor;
  readonly positions: Tensor;
  readonly mask: Tensor;
  readonly slotRows: Tensor;
}

/** Declares the graph's inputs; several models may read the same. */
export function packedInputs(graph: Graph, shape: PackedShape): PackedInputs {
  const { batch, length, slots } = shape;
  return {
    ...shape,
    tokens: graph.input('tokens', [batch * length], 'i32'),
    positions: graph.input('positions', [batch, length], 'i32'),
    mask: segmentMask(graph.input('segments', [batch, length])),
    slotRows: graph.input('slotRows', [slots], 'i32'),
  };
}

/** @returns normed hidden states at the slots (K, D) */
export function packedHidden(config: ModelConfig, params: NamedParams, inputs: PackedInputs): Tensor {
  return ops.gather(llamaHidden(config, params, inputs), inputs.slotRows);
}

export function packedFeeds(rows: PackedRows, { batch, length }: PackedShape): Record<string, HostTensor> {
  return {
    tokens: i32(rows.tokens),
    positions: i32(rows.positions, [batch, length]),
    segments: f32(rows.segments, [batch, length]),
    slotRows: i32(rows.slotRows),
  };
}
