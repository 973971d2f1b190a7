/**
 * The loss of direct preference optimization: a policy's own log-probs, against those of a frozen reference, are read as the
 * rewards of a Bradley–Terry model.
 *   r(y) = β·[log π(y | x) − log π_ref(y | x)],  Δ = r(y_w) − r(y_l),  L = softplus(Δ) − q·Δ
 * Rafailov et al. 2023, eq. 7, with a soft label q (½ for a tie). Log-probs are sums over the completion's tokens, EOS
 * included.
 */
import type { Graph, Tensor } from '../engine/autodiff/graph.ts';
import * as ops from '../engine/autodiff/ops.ts';
import type { ModelConfig } from '../engine/nn/config.ts';
import { lmLogits, tokenLogprobs } from '../engine/nn/llama.ts';
import { packedHidden, packedInputs } from '../engine/nn/packed.ts';
import type { BoundParams } from '../engine/nn/paramLayout.ts';
import type { LossOutputs } from '../engine/runtime/lossProgram.ts';
import type { DpoLoss, DpoSettings } from './dpoSettings.ts';
import { bradleyTerryLoss, isRight, pairTerms, splitPairs } from './pairTerms.ts';
import type { PooledShape } from './sequencePool.ts';

type LossSettings = Pick<DpoSettings, 'loss' | 'beta' | 'targetMargin' | 'nllWeight'>;

interface PreferenceLoss {
  /** Rewards are relative to the reference. */
  readonly hasReference: boolean;
  /** Log-probs are means over a completion's tokens instead of sums. */
  readonly isMean: boolean;
  /** @param difference Δ (P, 1) @param labels q (P, 1) · @returns (P, 1) */
  readonly of: (difference: Tensor, labels: Tensor, settings: LossSettings) => Tensor;
  /** Of a pair without a tie at the reference, where Δ = 0; null where Δ is something else there. */
  readonly first: (settings: LossSettings) => number | null;
}

export const preferenceLosses: Readonly<Record<DpoLoss, PreferenceLoss>> = {
  sigmoid: { hasReference: true, isMean: false, of: bradleyTerryLoss, first: () => Math.LN2 },
  // (Δ/β − 1/2β)², Azar et al. 2023, eq. 17; of a tie (Δ/β)².
  ipo: {
    hasReference: true,
    isMean: false,
    of: (difference, labels, { beta }) => {
      const short = ops.sub(ops.mul(difference, 1 / beta), ops.mul(winning(labels), 1 / (2 * beta)));
      return ops.mul(short, short);
    },
    first: ({ beta }) => 1 / (4 * beta * beta),
  },
  // Meng et al. 2024, eq. 6; no margin is asked of a tie.
  simpo: {
    hasReference: false,
    isMean: true,
    of: (difference, labels, { targetMargin }) =>
      bradleyTerryLoss(ops.sub(difference, ops.mul(winning(labels), targetMargin)), labels),
    first: () => null,
  },
};

/** 2q − 1: 1 where the chosen one is better, 0 for a tie. */
const winning = (labels: Tensor): Tensor => ops.sub(ops.mul(labels, 2), 1);

/**
 * Inputs: packed rows; targets (K, 1); pool (S, K); reference (S, 1), log π_ref pooled alike, 0 where the loss has none; those
 * of pairTerms; perToken (S/2, 1), what turns the chosen one's log-prob into one a token, where nllWeight > 0. Rows of S are
 * the chosen and the rejected completion in turn.
 */
export function dpoLoss(
  graph: Graph,
  config: ModelConfig,
  policy: BoundParams,
  shape: PooledShape,
  settings: LossSettings,
): LossOutputs {
  const logits = lmLogits(policy, packedHidden(config, policy, packedInputs(graph, shape)));
  const targets = graph.input('targets', [shape.slots, 1], 'i32');
  const logprobs = ops.matmul(graph.input('pool', [shape.sequences, shape.slots]), tokenLogprobs(logits, targets));
  const rewards = ops.mul(ops.sub(logprobs, graph.input('reference', [shape.sequences, 1])), settings.beta);

  const { labels, column, mean } = pairTerms(graph, shape);
  const [logprob, reward] = [splitPairs(logprobs), splitPairs(rewards)];
  const difference = ops.sub(reward.chosen, reward.rejected);
  const preference = mean(preferenceLosses[settings.loss].of(difference, labels, settings));
  const metrics = {
    chosenReward: mean(reward.chosen),
    rejectedReward: mean(reward.rejected),
    margin: mean(difference),
    accuracy: mean(isRight(difference)),
    chosenLogprob: mean(logprob.chosen),
    rejectedLogprob: mean(logprob.rejected),
  };
  if (settings.nllWeight === 0) return { loss: preference, metrics };
  const nll = ops.neg(mean(ops.mul(logprob.chosen, column('perToken'))));
  return { loss: ops.add(preference, ops.mul(nll, settings.nllWeight)), metrics: { ...metrics, nll } };
}
