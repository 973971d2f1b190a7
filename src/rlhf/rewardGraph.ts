/**
 * The graphs of a reward model: a transformer, a pooling of the completion's hidden states, one number a sequence.
 * Both heads are one graph, because the host hands in the pooling matrix (S, K): a one on the last token, or 1/C on each
 * token of the completion. The second also reads what a frozen reference makes of the text: its mean and summed log-prob.
 */
import type { Graph, Tensor } from '../engine/autodiff/graph.ts';
import * as ops from '../engine/autodiff/ops.ts';
import type { ModelConfig } from '../engine/nn/config.ts';
import { packedHidden, packedInputs } from '../engine/nn/packed.ts';
import { type BoundParams, type ParamLayout, layoutWithHead } from '../engine/nn/paramLayout.ts';
import { scalarHead } from '../engine/nn/llama.ts';
import type { LossOutputs } from '../engine/runtime/lossProgram.ts';
import { type PairTerms, bradleyTerryLoss, isRight, splitPairs } from './pairTerms.ts';
import type { RewardHead } from './rewardModelSettings.ts';
import type { PooledShape } from './sequencePool.ts';

export const SCORE_HEAD = 'score';
const FEATURES = 'score_features';
/** Mean and sum of the reference's log-probs. */
export const FEATURE_COUNT = 2;

export function rewardLayout(config: ModelConfig, head: RewardHead): ParamLayout {
  return layoutWithHead(config, SCORE_HEAD, head === 'meanPooled' ? [[`${FEATURES}.weight`, [1, FEATURE_COUNT]]] : []);
}

/** Inputs: packed rows, pool (S, K), features (S, 2) when mean-pooled. @returns raw scores (S, 1) */
export function rewardScores(
  graph: Graph,
  config: ModelConfig,
  params: BoundParams,
  shape: PooledShape,
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
 * soft label q and a margin m, in units of the score (Touvron et al. 2023, eq. 2).
 * @param scores (S, 1), chosen and rejected in turn · Inputs: those of pairTerms, and margins m (S/2, 1)
 */
export function rewardLoss(terms: PairTerms, scores: Tensor): LossOutputs {
  const { labels, column, mean } = terms;
  const { chosen, rejected } = splitPairs(scores);
  const difference = ops.sub(chosen, rejected);
  return {
    loss: mean(bradleyTerryLoss(ops.sub(difference, column('margins')), labels)),
    metrics: {
      accuracy: mean(isRight(difference)),
      margin: mean(difference),
      mean_reward: ops.mul(ops.add(mean(chosen), mean(rejected)), 0.5),
    },
  };
}
