/**
 * Where each parameter lies in the one flat float32 vector, under Hugging Face's names. Parameters with weight decay
 * (matrices) come first, those without (norm weights) last.
 */
import { GraphError } from '../../errors.ts';
import type { Graph, Tensor } from '../autodiff/graph.ts';
import { reshape, slice } from '../autodiff/ops.ts';
import { Random, deriveSeed } from '../tensor/random.ts';
import { type Shape, numel } from '../tensor/shape.ts';
import type { ModelConfig } from './config.ts';

export interface ParamEntry {
  readonly name: string;
  readonly shape: Shape;
  /** In elements. */
  readonly offset: number;
  /** Whether weight decay applies. */
  readonly decay: boolean;
}

export interface ParamLayout {
  readonly entries: readonly ParamEntry[];
  /** Elements in all. */
  readonly size: number;
  /** The first elements, up to here, have weight decay. */
  readonly decayedSize: number;
}

/** Lays out `shapes` one after another: matrices, then vectors. */
export function layoutOf(shapes: readonly (readonly [name: string, shape: Shape])[]): ParamLayout {
  let offset = 0;
  const place = ([name, shape]: readonly [string, Shape], decay: boolean): ParamEntry => {
    const entry = { name, shape, offset, decay };
    offset += numel(shape);
    return entry;
  };
  const matrices = shapes.filter(([, shape]) => shape.length > 1).map((named) => place(named, true));
  const decayedSize = offset;
  const vectors = shapes.filter(([, shape]) => shape.length <= 1).map((named) => place(named, false));
  return { entries: [...matrices, ...vectors], size: offset, decayedSize };
}

export function llamaLayout(config: ModelConfig): ParamLayout {
  const { width: D, mlpWidth: F, vocabSize: V } = config;
  const layers = Array.from({ length: config.layers }, (_, n): [string, Shape][] => [
    [`model.layers.${n}.self_attn.q_proj.weight`, [D, D]],
    [`model.layers.${n}.self_attn.k_proj.weight`, [D, D]],
    [`model.layers.${n}.self_attn.v_proj.weight`, [D, D]],
    [`model.layers.${n}.self_attn.o_proj.weight`, [D, D]],
    [`model.layers.${n}.mlp.gate_proj.weight`, [F, D]],
    [`model.layers.${n}.mlp.up_proj.weight`, [F, D]],
    [`model.layers.${n}.mlp.down_proj.weight`, [D, F]],
    [`model.layers.${n}.input_layernorm.weight`, [D]],
    [`model.layers.${n}.post_attention_layernorm.weight`, [D]],
  ]);
  return layoutOf([['model.embed_tokens.weight', [V, D]], ...layers.flat(), ['model.norm.weight', [D]]]);
}

/** N(0, 0.02); projections back into the residual stream N(0, 0.02/√(2N)) (Radford et al. 2019, §2.3); norm weights 1. */
export function initParams(config: ModelConfig, seed: number): Float32Array {
  const layout = llamaLayout(config);
  const params = new Float32Array(layout.size);
  for (const { name, shape, offset } of layout.entries) {
    const random = new Random(deriveSeed(seed, name));
    const isResidual = name.endsWith('o_proj.weight') || name.endsWith('down_proj.weight');
    const deviation = isResidual ? 0.02 / Math.sqrt(2 * config.layers) : 0.02;
    const values = params.subarray(offset, offset + numel(shape));
    if (shape.length === 1) values.fill(1);
    else for (let i = 0; i < values.length; i++) values[i] = deviation * random.normal();
  }
  return params;
}

/** How a graph gets its parameters: one input by name each (CPU providers) or slices of one flat input (WebGPU). */
export type ParamBinding = 'named' | 'flat';

export interface BoundParams {
  /** @throws GraphError for a name outside the layout */
  get(name: string): Tensor;
  /** In layout order; gradients are taken with respect to these. */
  readonly tensors: readonly Tensor[];
}

/** Name of the graph input that carries the parameter `name` when bound by name; `params` is the flat one. */
export const paramInput = (name: string) => `param:${name}`;

export function bindParams(graph: Graph, layout: ParamLayout, binding: ParamBinding): BoundParams {
  const flat = binding === 'flat' ? graph.input('params', [layout.size]) : undefined;
  const byName = new Map<string, Tensor>();
  for (const { name, shape, offset } of layout.entries) {
    byName.set(
      name,
      flat ? reshape(slice(flat, [offset], [offset + numel(shape)]), shape) : graph.input(paramInput(name), shape),
    );
  }
  return {
    tensors: [...byName.values()],
    get(name) {
      const tensor = byName.get(name);
      if (!tensor) throw new GraphError(`the model has no parameter "${name}"`);
      return tensor;
    },
  };
}
