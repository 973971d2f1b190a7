/** Log-probs of given completions under one frozen model, in packed passes. */
import { Graph } from '../engine/autodiff/graph.ts';
import type { ModelConfig } from '../engine/nn/config.ts';
import { lmLogits, tokenLogprobs } from '../engine/nn/llama.ts';
import { type PackedShape, packedHidden, packedInputs } from '../engine/nn/packed.ts';
import { bindParams, llamaLayout } from '../engine/nn/paramLayout.ts';
import type { Executor } from '../engine/runtime/executor.ts';
import { ParamFeeder } from '../engine/runtime/paramFeeder.ts';
import { bindingOf } from '../engine/runtime/trainStep.ts';
import type { HostTensor } from '../engine/tensor/hostTensor.ts';
import { lmFeeds } from '../engine/nn/languageModel.ts';
import { fromSlots, planEvenly } from './minibatches.ts';
import { layOutBatch } from './packing.ts';
import type { TokenizedExample } from './recipe.ts';

export interface CompletionScorer {
  /** @returns for each example log π(y_t | x, y_<t) of its completion tokens: (C), nats */
  logprobs(examples: readonly TokenizedExample[]): Promise<Float32Array[]>;
  dispose(): Promise<void>;
}

/** @param params flat, llamaLayout order; must not change while this lives */
export async function createCompletionScorer(
  executor: Executor,
  config: ModelConfig,
  params: Float32Array,
  shape: PackedShape,
): Promise<CompletionScorer> {
  const graph = new Graph();
  const bound = bindParams(graph, llamaLayout(config), bindingOf(executor));
  const logits = lmLogits(bound, packedHidden(config, bound, packedInputs(graph, shape)));
  graph.output('logprobs', tokenLogprobs(logits, graph.input('targets', [shape.slots, 1], 'i32')));
  const program = await executor.compile(graph, { name: 'completion_logprobs' });
  const feeder = new ParamFeeder(executor, llamaLayout(config));
  return {
    async logprobs(examples) {
      const known = new Map<TokenizedExample, Float32Array>();
      for (const plan of planEvenly(examples, shape)) {
        const batch = layOutBatch(plan, shape, config.padId);
        const { logprobs } = await program.run({ ...(await feeder.feeds(params)), ...lmFeeds(batch, shape) });
        for (const [example, own] of fromSlots(plan, (logprobs as HostTensor).data as Float32Array)) {
          known.set(example, own);
        }
      }
      return examples.map((example) => known.get(example)!);
    },
    async dispose() {
      await program.dispose();
      feeder.dispose();
    },
  };
}
