/**
 * How far a policy is from a reference on given completions, token by token: log-probs under both, the policy's entropy and
 * the exact KL over the whole vocabulary. One teacher-forced, packed pass of both models; nothing is trained. Nats; the
 * reference at temperature 1. Estimators of KL are in numerics.ts.
 */
import type { Tensor } from '../engine/autodiff/graph.ts';
import * as ops from '../engine/autodiff/ops.ts';
import type { ModelConfig } from '../engine/nn/config.ts';
import { lmLogits, rowEntropy, rowKl, tokenLogprobs } from '../engine/nn/llama.ts';
import { type PackedShape, packedHidden } from '../engine/nn/packed.ts';
import { bindParams, llamaLayout } from '../engine/nn/paramLayout.ts';
import type { Executor } from '../engine/runtime/executor.ts';
import { ParamFeeder, bindingOf } from '../engine/runtime/paramFeeder.ts';
import { scalar } from '../engine/tensor/hostTensor.ts';
import { type Columns, createPackedPass } from './packedPass.ts';
import type { TokenizedExample } from './recipe.ts';

/** Tells the reference's parameters from the policy's in one graph. */
export const REF_PREFIX = 'ref:';

export type DivergenceColumn = 'logprobs' | 'refLogprobs' | 'entropy' | 'klExact';

/** Of one completion, each (C): `entropy` of π(· | x, y_<t), `klExact` = KL(π ‖ ref) of the full distributions there. */
export type Divergence = Columns<DivergenceColumn>;

/** @param logits @param refLogits (K, V) of policy and reference · @param targets (K, 1) · @returns (K, 1) each */
export function divergenceColumns(
  logits: Tensor,
  refLogits: Tensor,
  targets: Tensor,
): Readonly<Record<DivergenceColumn, Tensor>> {
  return {
    logprobs: tokenLogprobs(logits, targets),
    refLogprobs: tokenLogprobs(refLogits, targets),
    entropy: rowEntropy(logits),
    klExact: rowKl(logits, refLogits),
  };
}

export interface DivergenceMeter {
  /**
   * @param policy @param reference flat, llamaLayout order · @param temperature of the policy, default 1
   * @returns one a completion, in order
   */
  measure(
    policy: Float32Array,
    reference: Float32Array,
    completions: readonly TokenizedExample[],
    temperature?: number,
  ): Promise<Divergence[]>;
  dispose(): Promise<void>;
}

/** @throws DeviceError, OutOfMemoryError */
export async function createDivergenceMeter(
  executor: Executor,
  config: ModelConfig,
  shape: PackedShape,
): Promise<DivergenceMeter> {
  const layout = llamaLayout(config);
  const binding = bindingOf(executor);
  const pass = await createPackedPass({
    executor,
    name: 'divergence',
    shape,
    padId: config.padId,
    build(graph, inputs) {
      const policy = bindParams(graph, layout, binding);
      const reference = bindParams(graph, layout, binding, REF_PREFIX);
      const plain = lmLogits(policy, packedHidden(config, policy, inputs));
      const logits = ops.mul(plain, graph.input('inverseTemperature', []));
      const refLogits = lmLogits(reference, packedHidden(config, reference, inputs));
      return divergenceColumns(logits, refLogits, inputs.targets);
    },
  });
  const policyFeeder = new ParamFeeder(executor, layout);
  const referenceFeeder = new ParamFeeder(executor, layout, REF_PREFIX);
  return {
    async measure(policy, reference, completions, temperature = 1) {
      const feeds = { ...(await policyFeeder.feeds(policy)), ...(await referenceFeeder.feeds(reference)) };
      return pass.run(completions, { ...feeds, inverseTemperature: scalar(1 / temperature) });
    },
    async dispose() {
      await pass.dispose();
      policyFeeder.dispose();
      referenceFeeder.dispose();
    },
  };
}
