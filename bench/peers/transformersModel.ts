/**
 * The peer of the rollout: a folder transformers.js can generate from, holding the same Llama with the same weights as an
 * ordinary decoder (`past_key_values` in, `present` out, dynamic sizes), written with plain ONNX ops.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ModelConfig } from '../../src/engine/nn/config.ts';
import { configToHuggingFace } from '../../src/lab/model/huggingFaceConfig.ts';
import { llamaLayout } from '../../src/engine/nn/paramLayout.ts';
import {
  type Attribute,
  type NodeProto,
  type TensorProto,
  type ValueInfo,
  encodeModel,
} from '../../src/engine/onnx/proto.ts';
import { numel } from '../../src/engine/tensor/shape.ts';

/** A size that ORT takes as unknown. */
const ANY = -1;

class Writer {
  readonly nodes: NodeProto[] = [];
  readonly initializers: TensorProto[] = [];

  op(
    op: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>> = {},
    output?: string,
  ): string {
    const name = output ?? `${op}_${this.nodes.length}`;
    this.nodes.push({ op, name, inputs, outputs: [name], attributes });
    return name;
  }

  f32(name: string, data: Float32Array, shape: readonly number[]): string {
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    this.initializers.push({ name, dtype: 'f32', shape, bytes });
    return name;
  }

  i64(...values: readonly number[]): string {
    const name = `ints_${this.initializers.length}`;
    const bytes = new Uint8Array(BigInt64Array.from(values, BigInt).buffer);
    this.initializers.push({ name, dtype: 'i64', shape: [values.length], bytes });
    return name;
  }

  scalar(value: number): string {
    return this.f32(`scalar_${this.initializers.length}`, Float32Array.of(value), []);
  }

  i64Scalar(value: number): string {
    const name = `int_${this.initializers.length}`;
    this.initializers.push({
      name,
      dtype: 'i64',
      shape: [],
      bytes: new Uint8Array(BigInt64Array.of(BigInt(value)).buffer),
    });
    return name;
  }
}

const int = (value: number): Attribute => ({ kind: 'int', value });
const perm = (...value: readonly number[]): Record<string, Attribute> => ({ perm: { kind: 'ints', value } });

function transposed(data: Float32Array, rows: number, columns: number): Float32Array {
  const out = new Float32Array(data.length);
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) out[c * rows + r] = data[r * columns + c]!;
  return out;
}

export function decoderOnnx(config: ModelConfig, params: Float32Array): Uint8Array {
  const { width: D, heads: H, layers: N, contextLength, vocabSize: V } = config;
  const d = D / H;
  const w = new Writer();
  const weights = new Map(
    llamaLayout(config).entries.map((entry) => [
      entry.name,
      { ...entry, data: params.subarray(entry.offset, entry.offset + numel(entry.shape)) },
    ]),
  );
  const matrixT = (name: string): string => {
    const { shape, data } = weights.get(name)!;
    return w.f32(`${name}.T`, transposed(data, shape[0]!, shape[1]!), [shape[1]!, shape[0]!]);
  };
  const vector = (name: string): string => w.f32(name, weights.get(name)!.data, weights.get(name)!.shape);
  const norm = (x: string, name: string): string =>
    w.op('SimplifiedLayerNormalization', [x, vector(name)], {
      axis: int(-1),
      epsilon: { kind: 'float', value: config.normEps },
    });

  // rotary tables, (contextLength, d), both halves alike; (B, 1, S, d) at the positions
  const table = (f: (x: number) => number): Float32Array =>
    Float32Array.from({ length: contextLength * d }, (_, n) =>
      f(Math.floor(n / d) * config.ropeTheta ** (-((n % d) % (d / 2)) / (d / 2))),
    );
  const atPositions = (name: string, values: Float32Array): string =>
    w.op('Unsqueeze', [w.op('Gather', [w.f32(name, values, [contextLength, d]), 'position_ids']), w.i64(1)]);
  const cos = atPositions('cos_table', table(Math.cos));
  const sin = atPositions('sin_table', table(Math.sin));
  const rotate = (x: string): string => {
    const half = (from: number, to: number): string => w.op('Slice', [x, w.i64(from), w.i64(to), w.i64(3)]);
    const turned = w.op('Concat', [w.op('Neg', [half(d / 2, d)]), half(0, d / 2)], { axis: int(3) });
    return w.op('Add', [w.op('Mul', [x, cos]), w.op('Mul', [turned, sin])]);
  };

  // (B, 1, S, L): a query sees unpadded keys up to itself
  const sizeOf = (name: string): string => w.op('Gather', [w.op('Shape', [name]), w.i64Scalar(1)]);
  const [queries, keys] = [sizeOf('input_ids'), sizeOf('attention_mask')];
  const one = w.i64Scalar(1);
  const keyIndex = w.op('Range', [w.i64Scalar(0), keys, one]);
  const queryIndex = w.op('Range', [w.op('Sub', [keys, queries]), keys, one]);
  const causal = w.op('Not', [w.op('Greater', [keyIndex, w.op('Unsqueeze', [queryIndex, w.i64(1)])])]);
  const unpadded = w.op('Unsqueeze', [w.op('Cast', ['attention_mask'], { to: int(9) }), w.i64(1, 2)]);
  const mask = w.op('Where', [w.op('And', [causal, unpadded]), w.scalar(0), w.scalar(-1e9)]);

  const embedding = weights.get('model.embed_tokens.weight')!;
  let x = w.op('Gather', [w.f32('embedding', embedding.data, [V, D]), 'input_ids']);
  for (let n = 0; n < N; n++) {
    const name = (part: string): string => `model.layers.${n}.${part}.weight`;
    const linear = (input: string, part: string): string => w.op('MatMul', [input, matrixT(name(part))]);
    const split = (input: string): string =>
      w.op('Transpose', [w.op('Reshape', [input, w.i64(0, 0, H, d)])], perm(0, 2, 1, 3));
    const h = norm(x, name('input_layernorm'));
    const q = rotate(split(linear(h, 'self_attn.q_proj')));
    const past = (kind: string): string => `past_key_values.${n}.${kind}`;
    const along = { axis: int(2) };
    const k = w.op('Concat', [past('key'), rotate(split(linear(h, 'self_attn.k_proj')))], along, `present.${n}.key`);
    const v = w.op('Concat', [past('value'), split(linear(h, 'self_attn.v_proj'))], along, `present.${n}.value`);
    const dots = w.op('MatMul', [q, w.op('Transpose', [k], perm(0, 1, 3, 2))]);
    const scores = w.op('Add', [w.op('Mul', [dots, w.scalar(1 / Math.sqrt(d))]), mask]);
    const mixed = w.op('MatMul', [w.op('Softmax', [scores], { axis: int(-1) }), v]);
    const merged = w.op('Reshape', [w.op('Transpose', [mixed], perm(0, 2, 1, 3)), w.i64(0, 0, D)]);
    x = w.op('Add', [x, linear(merged, 'self_attn.o_proj')]);
    const m = norm(x, name('post_attention_layernorm'));
    const gate = linear(m, 'mlp.gate_proj');
    const gated = w.op('Mul', [w.op('Mul', [gate, w.op('Sigmoid', [gate])]), linear(m, 'mlp.up_proj')]);
    x = w.op('Add', [x, linear(gated, 'mlp.down_proj')]);
  }
  w.op('MatMul', [norm(x, 'model.norm.weight'), matrixT('model.embed_tokens.weight')], {}, 'logits');

  const ids = (name: string): ValueInfo => ({ name, dtype: 'i64', shape: [ANY, ANY] });
  const caches = (prefix: string): ValueInfo[] =>
    Array.from({ length: N }, (_, n) => ['key', 'value'].map((kind) => `${prefix}.${n}.${kind}`))
      .flat()
      .map((name) => ({ name, dtype: 'f32', shape: [ANY, H, ANY, d] }));
  return encodeModel({
    name: 'decoder',
    nodes: w.nodes,
    initializers: w.initializers,
    inputs: [...['input_ids', 'attention_mask', 'position_ids'].map(ids), ...caches('past_key_values')],
    outputs: [{ name: 'logits', dtype: 'f32', shape: [ANY, ANY, V] }, ...caches('present')],
  });
}

/** Writes the folder; call `remove` when done. */
export function writeTransformersFolder(
  config: ModelConfig,
  params: Float32Array,
): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'rlhf-lab-bench-'));
  mkdirSync(join(folder, 'onnx'));
  writeFileSync(join(folder, 'config.json'), JSON.stringify(configToHuggingFace(config)));
  writeFileSync(join(folder, 'onnx', 'model.onnx'), decoderOnnx(config, params));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
