/** Log-probs of given completions under a model as it is handed in, in packed passes. */
import type { ModelConfig } from '../engine/nn/config.ts';
import { lmLogits, tokenLogprobs } from '../engine/nn/llama.ts';
import { type PackedShape, packedHidden } from '../engine/nn/packed.ts';
import { bindParams, llamaLayout } from '../engine/nn/paramLayout.ts';
import type { Executor } from '../engine/runtime/executor.ts';
import { ParamFeeder, type ParamSource, bindingOf } from '../engine/runtime/paramFeeder.ts';
import { createPackedPass } from './packedPass.ts';
import type { TokenizedExample } from './recipe.ts';

export interface CompletionScorer {
  /** @returns for each example log π(y_t | x, y_<t) of its completion tokens: (C), nats */
  logprobs(params: ParamSource, examples: readonly TokenizedExample[]): Promise<Float32Array[]>;
  dispose(): Promise<void>;
}

/** @throws DeviceError, OutOfMemoryError */
export async function createCompletionScorer(
  executor: Executor,
  config: ModelConfig,
  shape: PackedShape,
): Promise<CompletionScorer> {
  const layout = llamaLayout(config);
  const pass = await createPackedPass({
    executor,
    name: 'completion_logprobs',
    shape,
    padId: config.padId,
    build(graph, inputs) {
      const model = bindParams(graph, layout, bindingOf(executor));
      return { logprobs: tokenLogprobs(lmLogits(model, packedHidden(config, model, inputs)), inputs.targets) };
    },
  });
  const feeder = new ParamFeeder(executor, layout);
  return {
    async logprobs(params, examples) {
      const scored = await pass.run(examples, await feeder.feeds(params));
      return scored.map(({ logprobs }) => logprobs);
    },
    async dispose() {
      await pass.dispose();
      feeder.dispose();
    },
  };
}
