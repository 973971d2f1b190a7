/**
 * How far a policy is from a reference on given completions, token by token: log-probs under both, the policy's entropy and
 * the exact KL over the whole vocabulary. One teacher-forced, packed pass of both models; nothing is trained. Nats, at
 * temperature 1. Estimators of KL are in numerics.ts.
 */
import { Graph } from '../engine/autodiff/graph.ts';
import type { ModelConfig } from '../engine/nn/config.ts';
import { lmFeeds } from '../engine/nn/languageModel.ts';
import { lmLogits, rowEntropy, rowKl, tokenLogprobs } from '../engine/nn/llama.ts';
import { type PackedShape, packedHidden, packedInputs } from '../engine/nn/packed.ts';
import { type ParamBinding, bindParams, llamaLayout } from '../engine/nn/paramLayout.ts';
import type { Executor } from '../engine/runtime/executor.ts';
import { ParamFeeder } from '../engine/runtime/paramFeeder.ts';
import { bindingOf } from '../engine/runtime/trainStep.ts';
import type { HostTensor } from '../engine/tensor/hostTensor.ts';
import { fromSlots, planEvenly } from './minibatches.ts';
import { layOutBatch } from './packing.ts';
import type { TokenizedExample } from './recipe.ts';

/** Of one completion, each (C). */
export interface Divergence {
  readonly logprobs: Float32Array;
  readonly refLogprobs: Float32Array;
  /** Of π(· | x, y_<t). */
  readonly entropy: Float32Array;
  /** KL(π ‖ ref) of the full distributions after y_<t. */
  readonly klExact: Float32Array;
}

export interface DivergenceMeter {
  /** @param policy @param reference flat, llamaLayout order · @returns one a completion, in order */
  measure(
    policy: Float32Array,
    reference: Float32Array,
    completions: readonly TokenizedExample[],
  ): Promise<Divergence[]>;
  dispose(): Promise<void>;
}

const REF_PREFIX = 'ref:';

/** @throws DeviceError, OutOfMemoryError */
export async function createDivergenceMeter(
  executor: Executor,
  config: ModelConfig,
  shape: PackedShape,
): Promise<DivergenceMeter> {
  const program = await executor.compile(divergenceGraph(config, shape, bindingOf(executor)), { name: 'divergence' });
  const policyFeeder = new ParamFeeder(executor, llamaLayout(config));
  const referenceFeeder = new ParamFeeder(executor, llamaLayout(config), REF_PREFIX);
  return {
    async measure(policy, reference, completions) {
      const known = new Map<TokenizedExample, Divergence>();
      for (const plan of planEvenly(completions, shape)) {
        const outputs = await program.run({
          ...(await policyFeeder.feeds(policy)),
          ...(await referenceFeeder.feeds(reference)),
          ...lmFeeds(layOutBatch(plan, shape, config.padId), shape),
        });
        const column = (name: keyof Divergence) =>
          new Map(fromSlots(plan, (outputs[name] as HostTensor).data as Float32Array));
        const [logprobs, refLogprobs] = [column('logprobs'), column('refLogprobs')];
        const [entropy, klExact] = [column('entropy'), column('klExact')];
        for (const one of plan.flat()) {
          known.set(one, {
            logprobs: logprobs.get(one)!,
            refLogprobs: refLogprobs.get(one)!,
            entropy: entropy.get(one)!,
            klExact: klExact.get(one)!,
          });
        }
      }
      return completions.map((one) => known.get(one)!);
    },
    async dispose() {
      await program.dispose();
      policyFeeder.dispose();
      referenceFeeder.dispose();
    },
  };
}

/** Inputs: policy, `ref:` reference, packed rows, targets (K, 1). Outputs, each (K, 1): those of Divergence. */
function divergenceGraph(config: ModelConfig, shape: PackedShape, binding: ParamBinding): Graph {
  const graph = new Graph();
  const policy = bindParams(graph, llamaLayout(config), binding);
  const reference = bindParams(graph, llamaLayout(config), binding, REF_PREFIX);
  const inputs = packedInputs(graph, shape);
  const targets = graph.input('targets', [shape.slots, 1], 'i32');
  const logits = lmLogits(policy, packedHidden(config, policy, inputs));
  const refLogits = lmLogits(reference, packedHidden(config, reference, inputs));
  graph.output('logprobs', tokenLogprobs(logits, targets));
  graph.output('refLogprobs', tokenLogprobs(refLogits, targets));
  graph.output('entropy', rowEntropy(logits));
  graph.output('klExact', rowKl(logits, refLogits));
  return graph;
}
