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
  return layoutOf(llamaShapes(config));
}

/** The transformer with a head that reads one number off a hidden state: `<head>.weight` (1, D) and `<head>.bias` (1). */
export function layoutWithHead(
  config: ModelConfig,
  head: string,
  more: readonly (readonly [name: string, shape: Shape])[] = [],
): ParamLayout {
  return layoutOf([...llamaShapes(config), [`${head}.weight`, [1, config.width]], [`${head}.bias`, [1]], ...more]);
}

/** Two models in one vector, the second's names under a prefix. @param base null: the second alone, so named */
export function joinLayouts(base: ParamLayout | null, prefix: string, more: ParamLayout): ParamLayout {
  const named = more.entries.map(({ name, shape }) => [`${prefix}${name}`, shape] as const);
  return layoutOf([...(base?.entries ?? []).map(({ name, shape }) => [name, shape] as const), ...named]);
}

/** Parameters that both layouts name, copied into `result`, which is all 0 unless given. */
export function transferParams(
  from: ParamLayout,
  params: Float32Array,
  to: ParamLayout,
  result: Float32Array = new Float32Array(to.size),
): Float32Array {
  const sources = new Map(from.entries.map((entry) => [entry.name, entry]));
  for (const { name, shape, offset } of to.entries) {
    const source = sources.get(name);
    if (source) result.set(params.subarray(source.offset, source.offset + numel(shape)), offset);
  }
  return result;
}

function llamaShapes(config: ModelConfig): (readonly [string, Shape])[] {
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
  return [['model.embed_tokens.weight', [V, D]], ...layers.flat(), ['model.norm.weight', [D]]];
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

export interface NamedParams {
  /** @throws GraphError for a name outside the layout */
  get(name: string): Tensor;
}

export interface BoundParams extends NamedParams {
  /** In layout order; gradients are taken with respect to these. */
  readonly tensors: readonly Tensor[];
}

/** One of the models of joinLayouts, under its own names. */
export function paramsUnder(params: NamedParams, prefix: string): NamedParams {
  return { get: (name) => params.get(`${prefix}${name}`) };
}

/** Name of the graph input that carries the parameter `name` when bound by name; `params` is the flat one. */
export const paramInput = (name: string, prefix = '') => `${prefix}param:${name}`;
export const flatInput = (prefix = '') => `${prefix}params`;

/** @param prefix tells two models in one graph apart */
export function bindParams(graph: Graph, layout: ParamLayout, binding: ParamBinding, prefix = ''): BoundParams {
  const flat = binding === 'flat' ? graph.input(flatInput(prefix), [layout.size]) : undefined;
  const byName = new Map<string, Tensor>();
  for (const { name, shape, offset } of layout.entries) {
    byName.set(
      name,
      flat
        ? reshape(slice(flat, [offset], [offset + numel(shape)]), shape)
        : graph.input(paramInput(name, prefix), shape),
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
