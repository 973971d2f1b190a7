/**
 * The figures PyTorch wrote (scripts/golden/transformer.py), and the same step posed to our engine.
 */
import type { AdamWSettings } from '../engine/nn/adamw.ts';
import type { ModelConfig } from '../engine/nn/config.ts';
import { type LmBatch, lmLoss } from '../engine/nn/languageModel.ts';
import type { PackedShape } from '../engine/nn/packed.ts';
import { llamaLayout } from '../engine/nn/paramLayout.ts';
import type { BuildLoss } from '../engine/runtime/lossProgram.ts';
import golden from './golden/transformer.json' with { type: 'json' };

const goldenConfig: ModelConfig = golden.config;
export const goldenOptimizer: AdamWSettings = golden.adamw;
export const goldenLayout = llamaLayout(goldenConfig);

/** One figure set by parameter name. */
export type Named = Readonly<Record<string, readonly number[]>>;

export interface GoldenStep {
  readonly learningRate: number;
  readonly loss: number;
  readonly gradNorm: number;
  readonly grads?: Named;
  readonly params?: Named;
}

export const goldenSteps: readonly GoldenStep[] = golden.steps;

/** A flat vector in our layout. */
export function flatten(named: Named): Float32Array {
  const flat = new Float32Array(goldenLayout.size);
  for (const { name, offset } of goldenLayout.entries) flat.set(named[name]!, offset);
  return flat;
}

export const goldenParams = flatten(golden.params);

export const goldenShape: PackedShape = {
  batch: golden.batch,
  length: golden.length,
  slots: golden.batch * golden.length,
};

export const goldenBatch: LmBatch = {
  tokens: Int32Array.from(golden.tokens),
  positions: Int32Array.from(golden.positions),
  segments: Float32Array.from(golden.segments),
  slotRows: Int32Array.from(golden.tokens.keys()),
  targets: Int32Array.from(golden.targets),
  weights: Float32Array.from(golden.lossMask),
};

export const goldenLoss: BuildLoss = (graph, params) => lmLoss(graph, goldenConfig, params, goldenShape);
