/**
 * A Llama-shaped transformer (Touvron et al. 2023) in primitives: RMSNorm, rotary positions, SwiGLU, tied embedding, no
 * biases. Activations are (B·T, D) matrices; attention works in (B, T, H, d). Knows no loss and no device.
 */
import type { Graph, Tensor } from '../autodiff/graph.ts';
import * as ops from '../autodiff/ops.ts';
import { exactCosSin, exactExp, exactLog } from '../tensor/exactMath.ts';
import { f32 } from '../tensor/hostTensor.ts';
import type { ModelConfig } from './config.ts';
import type { NamedParams } from './paramLayout.ts';

/** What one forward pass reads besides the parameters. */
export interface SequenceInputs {
  readonly batch: number;
  readonly length: number;
  /** (B·T) i32 */
  readonly tokens: Tensor;
  /** (B, T) i32, counted from 0 in each document */
  readonly positions: Tensor;
  /** (B or 1, 1, T, T) f32 added to the attention scores: 0 where a query may look, else NO_ATTENTION */
  readonly mask: Tensor;
}

/** Far below any score, yet finite: a row that may look nowhere stays finite. */
export const NO_ATTENTION = -1e9;

/** One layer's keys and values, keys rotated. */
export interface KeysAndValues {
  readonly key: Tensor;
  readonly value: Tensor;
}

/** What attention of one layer looks at: the default, the layer's own, are (B, T, H, d) both. */
export interface Attended extends KeysAndValues {
  /** Axes as in an einsum: b batch, k place, h head, d channel. A cache keeps them as the two products read them. */
  readonly axes: { readonly key: 'bkhd' | 'bhdk'; readonly value: 'bkhd' | 'bhkd' };
}

/** @param own (B, T, H, d) each */
export type Attend = (layer: number, own: KeysAndValues) => Attended;

const attendToOwn: Attend = (_, own) => ({ ...own, axes: { key: 'bkhd', value: 'bkhd' } });

/** @returns the normed hidden states (B·T, D) before the LM head */
export function llamaHidden(
  config: ModelConfig,
  params: NamedParams,
  inputs: SequenceInputs,
  attend: Attend = attendToOwn,
): Tensor {
  const { batch, length } = inputs;
  const { heads, width } = config;
  const graph = inputs.tokens.graph;
  const [cos, sin] = rotaryTables(graph, config, inputs.positions);
  const split = (x: Tensor) => ops.reshape(x, [batch, length, heads, width / heads]);
  const scale = 1 / Math.sqrt(width / heads);

  let x = ops.gather(params.get('model.embed_tokens.weight'), inputs.tokens);
  for (let n = 0; n < config.layers; n++) {
    const weight = (name: string) => params.get(`model.layers.${n}.${name}.weight`);
    const project = (input: Tensor, name: string) => ops.matmul(input, weight(name), { transB: true });

    const h = rmsNorm(x, weight('input_layernorm'), config.normEps);
    const query = ops.mul(ops.rotary(split(project(h, 'self_attn.q_proj')), cos, sin), scale);
    const own = {
      key: ops.rotary(split(project(h, 'self_attn.k_proj')), cos, sin),
      value: split(project(h, 'self_attn.v_proj')),
    };
    const { key, value, axes } = attend(n, own);
    const scores = ops.add(ops.einsum(`bqhd,${axes.key}->bhqk`, query, key), inputs.mask);
    const mixed = ops.einsum(`bhqk,${axes.value}->bqhd`, ops.softmax(scores), value);
    x = ops.add(x, project(ops.reshape(mixed, [batch * length, width]), 'self_attn.o_proj'));

    const m = rmsNorm(x, weight('post_attention_layernorm'), config.normEps);
    const gated = ops.mul(ops.silu(project(m, 'mlp.gate_proj')), project(m, 'mlp.up_proj'));
    x = ops.add(x, project(gated, 'mlp.down_proj'));
  }
  return rmsNorm(x, params.get('model.norm.weight'), config.normEps);
}

/** Logits (rows, V) of hidden states (rows, D): the embedding, tied. */
export function lmLogits(params: NamedParams, hidden: Tensor): Tensor {
  return ops.matmul(hidden, params.get('model.embed_tokens.weight'), { transB: true });
}

/** log softmax(logits)[target], nats: (rows, V), (rows, 1) → (rows, 1). Never builds the (rows, V) log-softmax. */
export function tokenLogprobs(logits: Tensor, targets: Tensor): Tensor {
  return ops.sub(ops.takeLast(logits, targets), ops.logSumExp(logits));
}

/** Mean over x's last axis under the softmax of the same row: entropy of each row, nats: (rows, V) → (rows, 1). */
export function rowEntropy(logits: Tensor): Tensor {
  return ops.sub(ops.logSumExp(logits), ops.reduceSum(ops.mul(ops.softmax(logits), logits), [-1], true));
}

/** KL(p ‖ q) of each row's full distributions, nats: (rows, V), (rows, V) → (rows, 1). */
export function rowKl(logits: Tensor, refLogits: Tensor): Tensor {
  const expected = ops.reduceSum(ops.mul(ops.softmax(logits), ops.sub(logits, refLogits)), [-1], true);
  return ops.add(expected, ops.sub(ops.logSumExp(refLogits), ops.logSumExp(logits)));
}

/** Reads one number off each hidden state: (rows, D) → (rows, 1). @param head as in layoutWithHead */
export function scalarHead(params: NamedParams, head: string, hidden: Tensor): Tensor {
  return ops.add(ops.matmul(hidden, params.get(`${head}.weight`), { transB: true }), params.get(`${head}.bias`));
}

/** x / √(mean x² + ε) · weight, over the last axis of (rows, D) · Zhang & Sennrich 2019, eq. 4 */
function rmsNorm(x: Tensor, weight: Tensor, eps: number): Tensor {
  const meanSquare = ops.mul(ops.reduceSumSquare(x, [1], true), 1 / x.shape[1]!);
  const inverse = ops.reciprocal(ops.sqrt(ops.add(meanSquare, eps)));
  return ops.mul(ops.mul(x, inverse), weight);
}

/** cos and sin of position·θ^(−2i/d), each (B, T, d/2) · Su et al. 2021, §3.4.2 */
function rotaryTables(graph: Graph, config: ModelConfig, positions: Tensor): readonly [Tensor, Tensor] {
  const half = config.width / config.heads / 2;
  const cos = new Float32Array(config.contextLength * half);
  const sin = new Float32Array(config.contextLength * half);
  for (let position = 0; position < config.contextLength; position++) {
    for (let i = 0; i < half; i++) {
      const angle = position * exactExp((-i / half) * exactLog(config.ropeTheta));
      [cos[position * half + i], sin[position * half + i]] = exactCosSin(angle);
    }
  }
  const table = (values: Float32Array) =>
    ops.gather(graph.constant(f32(values, [config.contextLength, half])), positions);
  return [table(cos), table(sin)];
}

/**
 * The attention mask of packed or left-padded rows: a query sees earlier positions of its own segment.
 * @param segments (B, T) f32, one number a document within its row (padding is a segment of its own) · @returns (B, 1, T, T)
 */
export function segmentMask(segments: Tensor): Tensor {
  const [batch, length] = segments.shape as [number, number];
  const causal = causalMask(segments.graph, length);
  const same = ops.equal(ops.reshape(segments, [batch, 1, length, 1]), ops.reshape(segments, [batch, 1, 1, length]));
  return ops.where(same, causal, NO_ATTENTION);
}

/** (1, 1, T, T): 0 on and below the diagonal, else NO_ATTENTION */
export function causalMask(graph: Graph, length: number): Tensor {
  const values = new Float32Array(length * length);
  for (let q = 0; q < length; q++) values.fill(NO_ATTENTION, q * length + q + 1, (q + 1) * length);
  return graph.constant(f32(values, [1, 1, length, length]));
}
