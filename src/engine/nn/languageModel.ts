/**
 * The language-model loss: mean negative log-likelihood of the next token over the positions that count.
 * One graph serves pre-training, SFT and their held-out losses; what counts is the data's choice (LmBatch).
 */
import type { Graph, Tensor } from '../autodiff/graph.ts';
import * as ops from '../autodiff/ops.ts';
import { type HostTensor, f32, i32 } from '../tensor/hostTensor.ts';
import type { ModelConfig } from './config.ts';
import { llamaHidden, lmLogits, rowEntropy, segmentMask, tokenLogprobs } from './llama.ts';
import type { BoundParams } from './paramLayout.ts';

export interface LmShape {
  readonly batch: number;
  readonly length: number;
  /** Places for positions that count in the loss (K ≤ B·T): only they go through the LM head. */
  readonly lossSlots: number;
}

/** The data of one step, host side. */
export interface LmBatch {
  /** (B·T) */
  readonly tokens: Int32Array;
  /** (B·T), counted from 0 in each document */
  readonly positions: Int32Array;
  /** (B·T), one number a document within its row */
  readonly segments: Float32Array;
  /** (K) rows of the flattened batch whose next token is predicted; unused slots are 0 with weight 0 */
  readonly lossRows: Int32Array;
  /** (K) the next tokens */
  readonly targets: Int32Array;
  /** (K) */
  readonly weights: Float32Array;
}

export interface LmOutputs {
  /** mean over weighted positions, nats a token */
  readonly loss: Tensor;
  readonly metrics: { readonly mean_token_accuracy: Tensor; readonly entropy: Tensor };
}

export function lmLoss(
  graph: Graph,
  config: ModelConfig,
  params: BoundParams,
  { batch, length, lossSlots }: LmShape,
): LmOutputs {
  const rows = batch * length;
  const tokens = graph.input('tokens', [rows], 'i32');
  const positions = graph.input('positions', [batch, length], 'i32');
  const mask = segmentMask(graph.input('segments', [batch, length]));
  const hidden = llamaHidden(config, params, { batch, length, tokens, positions, mask });
  const kept = ops.gather(hidden, graph.input('lossRows', [lossSlots], 'i32'));

  const logits = lmLogits(params, kept);
  const targets = graph.input('targets', [lossSlots, 1], 'i32');
  const weights = graph.input('weights', [lossSlots, 1]);
  const count = ops.reduceSum(weights);
  const mean = (x: Tensor) => ops.div(ops.reduceSum(ops.mul(x, weights)), count);

  const logprobs = tokenLogprobs(logits, targets);
  const best = ops.reduceMax(logits, [1], true);
  const isBest = ops.not(ops.less(ops.takeLast(logits, targets), best));
  return {
    loss: ops.neg(mean(logprobs)),
    metrics: { mean_token_accuracy: mean(ops.cast(isBest, 'f32')), entropy: mean(rowEntropy(logits)) },
  };
}

/** The feeds of lmLoss. */
export function lmFeeds(batch: LmBatch, { batch: rows, length, lossSlots }: LmShape): Record<string, HostTensor> {
  return {
    tokens: i32(batch.tokens),
    positions: i32(batch.positions, [rows, length]),
    segments: f32(batch.segments, [rows, length]),
    lossRows: i32(batch.lossRows),
    targets: i32(batch.targets, [lossSlots, 1]),
    weights: f32(batch.weights, [lossSlots, 1]),
  };
}
