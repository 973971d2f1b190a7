/**
 * The two graphs of PPO over packed completions: one teacher-forced pass of policy and reference at once, and the clipped
 * losses. The value head reads the policy's own trunk. Knows no data and no schedule (ppo.ts).
 */
import type { Graph, Tensor } from '../engine/autodiff/graph.ts';
import * as ops from '../engine/autodiff/ops.ts';
import type { ModelConfig } from '../engine/nn/config.ts';
import { lmLogits, rowEntropy, scalarHead, tokenLogprobs } from '../engine/nn/llama.ts';
import { type PackedShape, packedHidden, packedInputs } from '../engine/nn/packed.ts';
import {
  type BoundParams,
  type ParamBinding,
  bindParams,
  layoutWithHead,
  llamaLayout,
} from '../engine/nn/paramLayout.ts';
import type { LossOutputs } from '../engine/runtime/lossProgram.ts';
import type { PassInputs } from './packedPass.ts';
import { REF_PREFIX, divergenceColumns } from './policyDivergence.ts';

export const VALUE_HEAD = 'value_head';

export const policyLayout = (config: ModelConfig) => layoutWithHead(config, VALUE_HEAD);

/**
 * Inputs: policy with value head, `ref:` reference, the pass's text, inverseTemperature.
 * @returns (K, 1) each: log-probs of policy and reference, entropy, exact KL, values
 */
export function ppoScoringColumns(config: ModelConfig, graph: Graph, inputs: PassInputs, binding: ParamBinding) {
  const policy = bindParams(graph, policyLayout(config), binding);
  const reference = bindParams(graph, llamaLayout(config), binding, REF_PREFIX);
  const inverseTemperature = graph.input('inverseTemperature', []);
  const hidden = packedHidden(config, policy, inputs);
  const logits = ops.mul(lmLogits(policy, hidden), inverseTemperature);
  const refLogits = ops.mul(lmLogits(reference, packedHidden(config, reference, inputs)), inverseTemperature);
  return {
    ...divergenceColumns(logits, refLogits, inputs.targets),
    values: scalarHead(policy, VALUE_HEAD, hidden),
  };
}

/**
 * L = policyCoef·L_clip + vfCoef·L_value − entropyCoef·H, each a mean over completion tokens (Schulman et al. 2017, eq. 9).
 * Inputs besides the packed rows, each (K, 1): targets, weights, oldLogprobs, advantages, oldValues, returns; scalars
 * clipRange, valueClipRange, policyCoef, vfCoef, entropyCoef, inverseTemperature, and trunkCoef: 1 lets the value loss train
 * the trunk too, 0 keeps it to the head.
 */
export function ppoLoss(graph: Graph, config: ModelConfig, params: BoundParams, shape: PackedShape): LossOutputs {
  const column = (name: string) => graph.input(name, [shape.slots, 1]);
  const scalarInput = (name: string) => graph.input(name, []);
  const targets = graph.input('targets', [shape.slots, 1], 'i32');
  const [weights, oldLogprobs, advantages, oldValues, returns] = [
    column('weights'),
    column('oldLogprobs'),
    column('advantages'),
    column('oldValues'),
    column('returns'),
  ];
  const clipRange = scalarInput('clipRange');
  const count = ops.reduceSum(weights);
  const mean = (x: Tensor) => ops.div(ops.reduceSum(ops.mul(x, weights)), count);
  const clip = (x: Tensor, low: Tensor, high: Tensor) => ops.minimum(ops.maximum(x, low), high);

  const hidden = packedHidden(config, params, packedInputs(graph, shape));
  const logits = ops.mul(lmLogits(params, hidden), scalarInput('inverseTemperature'));
  // Unused slots read token 0: their difference is forced to 0, so that no ratio overflows there.
  const logRatio = ops.mul(ops.sub(tokenLogprobs(logits, targets), oldLogprobs), weights);
  const ratio = ops.exp(logRatio);
  const clipped = clip(ratio, ops.add(ops.neg(clipRange), 1), ops.add(clipRange, 1));
  const policyLoss = mean(ops.maximum(ops.neg(ops.mul(advantages, ratio)), ops.neg(ops.mul(advantages, clipped))));

  const frozen = ops.stopGradient(hidden);
  const read = ops.add(frozen, ops.mul(ops.sub(hidden, frozen), scalarInput('trunkCoef')));
  const values = scalarHead(params, VALUE_HEAD, read);
  const valueRange = scalarInput('valueClipRange');
  const nearValues = clip(values, ops.sub(oldValues, valueRange), ops.add(oldValues, valueRange));
  const squared = (x: Tensor) => ops.mul(x, x);
  const valueLoss = ops.mul(
    mean(ops.maximum(squared(ops.sub(values, returns)), squared(ops.sub(nearValues, returns)))),
    0.5,
  );
  const entropy = mean(rowEntropy(logits));

  const loss = ops.sub(
    ops.add(ops.mul(scalarInput('policyCoef'), policyLoss), ops.mul(scalarInput('vfCoef'), valueLoss)),
    ops.mul(scalarInput('entropyCoef'), entropy),
  );
  const isOutside = ops.greater(ops.abs(ops.sub(ratio, 1)), clipRange);
  return {
    loss,
    metrics: {
      policyLoss,
      valueLoss,
      entropy,
      ratio: mean(ratio),
      approxKl: ops.mul(mean(squared(logRatio)), 0.5),
      clipFraction: mean(ops.cast(isOutside, 'f32')),
    },
  };
}
