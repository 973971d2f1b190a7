/**
 * The language-model loss: mean negative log-likelihood of the next token over the positions that count.
 * One graph serves pre-training, SFT and their held-out losses; what counts is the data's choice (LmBatch).
 */
import type { Graph, Tensor } from '../autodiff/graph.ts';
import * as ops from '../autodiff/ops.ts';
import { type HostTensor, f32, i32 } from '../tensor/hostTensor.ts';
import type { ModelConfig } from './config.ts';
import { lmLogits, rowEntropy, tokenLogprobs } from './llama.ts';
import { type PackedRows, type PackedShape, packedFeeds, packedHidden, packedInputs } from './packed.ts';
import type { BoundParams } from './paramLayout.ts';

/** The data of one step, host side. */
export interface LmBatch extends PackedRows {
  /** (K) the next tokens */
  readonly targets: Int32Array;
  /** (K); unused slots weigh 0 */
  readonly weights: Float32Array;
}

export interface LmOutputs {
  /** mean over weighted positions, nats a token */
  readonly loss: Tensor;
  readonly metrics: { readonly mean_token_accuracy: Tensor; readonly entropy: Tensor };
}

export function lmLoss(graph: Graph, config: ModelConfig, params: BoundParams, shape: PackedShape): LmOutputs {
  const { logprobs, isBest, entropy } = lmColumns(graph, config, params, shape);
  const mean = meanUnder(graph, 'weights', shape);
  return { loss: ops.neg(mean(logprobs)), metrics: { mean_token_accuracy: mean(isBest), entropy: mean(entropy) } };
}

/** What the model makes of every slot, (K, 1) each: log π of its target, 1 where no token is likelier, entropy in nats. */
export function lmColumns(graph: Graph, config: ModelConfig, params: BoundParams, shape: PackedShape) {
  const logits = lmLogits(params, packedHidden(config, params, packedInputs(graph, shape)));
  const targets = graph.input('targets', [shape.slots, 1], 'i32');
  const best = ops.reduceMax(logits, [1], true);
  return {
    logprobs: tokenLogprobs(logits, targets),
    isBest: ops.cast(ops.not(ops.less(ops.takeLast(logits, targets), best)), 'f32'),
    entropy: rowEntropy(logits),
  };
}

/** @returns means over the slots as the input `name`, (K, 1), weighs them */
export function meanUnder(graph: Graph, name: string, shape: PackedShape): (column: Tensor) => Tensor {
  const weights = graph.input(name, [shape.slots, 1]);
  const count = ops.reduceSum(weights);
  return (column) => ops.div(ops.reduceSum(ops.mul(column, weights)), count);
}

/** The feeds of lmLoss. */
export function lmFeeds(batch: LmBatch, shape: PackedShape): Record<string, HostTensor> {
  return {
    ...packedFeeds(batch, shape),
    targets: i32(batch.targets, [shape.slots, 1]),
    weights: f32(batch.weights, [shape.slots, 1]),
  };
}
