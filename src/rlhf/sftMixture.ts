/**
 * The loss of SFT with pre-training text mixed in: demonstrations and documents share a batch, and each has its own mean.
 *   L = L_demonstrations + pretrainingCoef · L_pretraining · Ouyang et al. 2022 (InstructGPT), eq. 2, there in RL
 */
import type { Graph } from '../engine/autodiff/graph.ts';
import * as ops from '../engine/autodiff/ops.ts';
import type { ModelConfig } from '../engine/nn/config.ts';
import { lmColumns, lmFeeds, meanUnder } from '../engine/nn/languageModel.ts';
import type { PackedShape } from '../engine/nn/packed.ts';
import type { BoundParams } from '../engine/nn/paramLayout.ts';
import type { Feeds } from '../engine/runtime/executor.ts';
import type { LossOutputs } from '../engine/runtime/lossProgram.ts';
import { f32, scalar } from '../engine/tensor/hostTensor.ts';
import { type BatchPlan, countSlots, layOutBatch } from './packing.ts';

/**
 * Inputs: packed rows, targets (K, 1), `weights` (K, 1) of the demonstrations' tokens and `documentWeights` of the
 * documents', scalar pretrainingCoef. Metrics are of the demonstrations, but for pretraining_loss.
 */
export function mixedLoss(graph: Graph, config: ModelConfig, params: BoundParams, shape: PackedShape): LossOutputs {
  const { logprobs, isBest, entropy } = lmColumns(graph, config, params, shape);
  const ofDemonstrations = meanUnder(graph, 'weights', shape);
  const ofDocuments = meanUnder(graph, 'documentWeights', shape);
  const demonstrationLoss = ops.neg(ofDemonstrations(logprobs));
  const pretrainingLoss = ops.neg(ofDocuments(logprobs));
  return {
    loss: ops.add(demonstrationLoss, ops.mul(graph.input('pretrainingCoef', []), pretrainingLoss)),
    metrics: {
      demonstration_loss: demonstrationLoss,
      pretraining_loss: pretrainingLoss,
      mean_token_accuracy: ofDemonstrations(isBest),
      entropy: ofDemonstrations(entropy),
    },
  };
}

/** The feeds of mixedLoss. @param plan whose last `documentRows` rows hold documents */
export function mixedFeeds(
  plan: BatchPlan,
  documentRows: number,
  pretrainingCoef: number,
  shape: PackedShape,
  padId: number,
): Feeds {
  const batch = layOutBatch(plan, shape, padId);
  const firstOfDocuments = countSlots(plan.slice(0, plan.length - documentRows));
  const weights = batch.weights.map((weight, slot) => (slot < firstOfDocuments ? weight : 0));
  const documentWeights = batch.weights.map((weight, slot) => (slot < firstOfDocuments ? 0 : weight));
  return {
    ...lmFeeds({ ...batch, weights }, shape),
    documentWeights: f32(documentWeights, [shape.slots, 1]),
    pretrainingCoef: scalar(pretrainingCoef),
  };
}
