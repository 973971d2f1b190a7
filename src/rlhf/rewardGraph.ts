/**
 * The graphs of a reward model: a transformer, a pooling of the completion's hidden states, one number a sequence.
 * Both heads are one graph, because the host hands in the pooling matrix (S, K): a one on the last token, or 1/C on each
 * token of the completion. The second also reads what a frozen reference makes of the text: its mean and summed log-prob.
 */
import type { Graph, Tensor } from '../engine/autodiff/graph.ts';
import * as ops from '../engine/autodiff/ops.ts';
import type { ModelConfig } from '../engine/nn/config.ts';
import { type PackedShape, packedHidden, packedInputs } from '../engine/nn/packed.ts';
import { type BoundParams, type ParamLayout, layoutWithHead } from '../engine/nn/paramLayout.ts';
import { scalarHead } from '../engine/nn/llama.ts';
import type { LossOutputs } from '../engine/runtime/lossProgram.ts';
import type { RewardHead } from './rewardModelSettings.ts';

export const SCORE_HEAD = 'score';
const FEATURES = 'score_features';
/** Mean and sum of the reference's log-probs. */
export const FEATURE_COUNT = 2;

export interface RewardShape extends PackedShape {
  /** S: sequences, or prefixes of sequences, scored in one pass; pairs take two. */
  readonly sequences: number;
}

export function rewardLayout(config: ModelConfig, head: RewardHead): ParamLayout {
  return layoutWithHead(config, SCORE_HEAD, head === 'meanPooled' ? [[`${FEATURES}.weight`, [1, FEATURE_COUNT]]] : []);
}

/** Inputs: packed rows, pool (S, K), features (S, 2) when mean-pooled. @returns raw scores (S, 1) */
export function rewardScores(
  graph: Graph,
  config: ModelConfig,
  params: BoundParams,
  shape: RewardShape,
  head: RewardHead,
): Tensor {
  const hidden = packedHidden(config, params, packedInputs(graph, shape));
  const pooled = ops.matmul(graph.input('pool', [shape.sequences, shape.slots]), hidden);
  const score = scalarHead(params, SCORE_HEAD, pooled);
  if (head === 'lastToken') return score;
  const features = graph.input('features', [shape.sequences, FEATURE_COUNT]);
  return ops.add(score, ops.matmul(features, params.get(`${FEATURES}.weight`), { transB: true }));
}

/**
 * L = −mean over pairs of q·log σ(Δ − m) + (1 − q)·log σ(−Δ + m), Δ = score(chosen) − score(rejected): Bradley–Terry with a
 * soft label q (0.5 for a tie) and a margin m (Touvron et al. 2023, eq. 2). Sequences come as chosen, rejected, chosen, …
 * Further inputs, each (S/2, 1): labels q, margins m, weights (0 for unused pairs).
 */
export function rewardLoss(
  graph: Graph,
  config: ModelConfig,
  params: BoundParams,
  shape: RewardShape,
  head: RewardHead,
): LossOutputs {
  const pairs = shape.sequences / 2;
  const scores = ops.reshape(rewardScores(graph, config, params, shape, head), [pairs, 2]);
  const chosen = ops.slice(scores, [0, 0], [pairs, 1]);
  const rejected = ops.slice(scores, [0, 1], [pairs, 2]);
  const column = (name: string) => graph.input(name, [pairs, 1]);
  const [labels, margins, weights] = [column('labels'), column('margins'), column('weights')];
  const mean = (x: Tensor) => ops.div(ops.reduceSum(ops.mul(x, weights)), ops.reduceSum(weights));

  const difference = ops.sub(chosen, rejected);
  const shifted = ops.sub(difference, margins);
  // softplus(Δ) − qΔ = −q·log σ(Δ) − (1 − q)·log σ(−Δ)
  const loss = mean(ops.sub(ops.softplus(shifted), ops.mul(labels, shifted)));
  // Equal scores are half right: an untrained head of zeros starts at 50 %.
  const isMore = (a: Tensor, b: Tensor | number) => ops.cast(ops.greater(a, b), 'f32');
  const isRight = ops.mul(ops.add(ops.sub(isMore(difference, 0), isMore(ops.neg(difference), 0)), 1), 0.5);
  return {
    loss,
    metrics: {
      accuracy: mean(isRight),
      margin: mean(difference),
      mean_reward: ops.mul(ops.add(mean(chosen), mean(rejected)), 0.5),
    },
  };
}
