/**
 * A model of three symbols that draws every token from the same probabilities, whatever stands before: figures of whole
 * passes over it can be worked out by hand (3-rlhf-reference.md §3.2).
 */
import type { ModelConfig } from '../engine/nn/config.ts';
import { type ParamLayout, llamaLayout } from '../engine/nn/paramLayout.ts';
import { tinyConfig } from './tinyModel.ts';

export const threeSymbols: ModelConfig = {
  ...tinyConfig,
  vocabSize: 3,
  width: 4,
  heads: 1,
  contextLength: 8,
  normEps: 1e-12,
};

/** @param layout of more than the transformer; what else is in it stays 0 · @returns flat parameters in its order */
export function independentModel(
  probabilities: readonly number[],
  layout: ParamLayout = llamaLayout(threeSymbols),
): Float32Array {
  const params = new Float32Array(layout.size);
  const offset = (name: string) => layout.entries.find((entry) => entry.name === name)!.offset;
  // All layers are zero, so logits are embedding · normed embedding. One positive number a token, so that every normed
  // embedding is √D in that place; the norm's weight undoes it.
  probabilities.forEach((p, token) => {
    params[offset('model.embed_tokens.weight') + token * threeSymbols.width] = Math.log(p) + 3;
  });
  params[offset('model.norm.weight')] = 1 / Math.sqrt(threeSymbols.width);
  return params;
}
