/**
 * Graph → ONNX. One emission a primitive; knows no gradient rule. The only choice is how einsum is written
 * (6-engine-facts.md): one Einsum node on WebGPU, Transpose/MatMul on the CPU providers.
 */
import type { Graph } from '../autodiff/graph.ts';
import { parseEinsum } from '../autodiff/einsum.ts';
import type { Node, Primitive } from '../autodiff/primitives.ts';
import type { HostTensor } from '../tensor/hostTensor.ts';
import { type Shape, numel } from '../tensor/shape.ts';
import { type Attribute, type GraphProto, type NodeProto, type TensorProto, encodeModel } from './proto.ts';

export interface EmitOptions {
  readonly name: string;
  /** 'einsum': one node; 'matmul': transposes around MatMul */
  readonly contraction: 'einsum' | 'matmul';
  /** Inputs that an enclosing graph provides by name (the body of a Loop). */
  readonly outerScope?: ReadonlySet<string>;
}

export function emitOnnx(graph: Graph, options: EmitOptions): Uint8Array<ArrayBuffer> {
  return encodeModel(emitGraph(graph, options));
}

export function emitGraph(graph: Graph, options: EmitOptions): GraphProto {
  const emitter = new Emitter(graph, options);
  for (const node of graph.liveNodes()) emitter.emitNode(node);
  return emitter.finish();
}

const int = (value: number): Attribute => ({ kind: 'int', value });
const ints = (value: readonly number[]): Attribute => ({ kind: 'ints', value });

type Emission<P extends Primitive> = (
  node: Node<P>,
  inputs: readonly string[],
  emitter: Emitter,
  output: string,
) => void;

/** By name where it is one ONNX op of the same operands without attributes; null where emitNode names a value. */
const emissions: { readonly [P in Primitive]: Emission<P> | string | null } = {
  input: null,
  constant: null,
  neg: 'Neg',
  abs: 'Abs',
  exp: 'Exp',
  log: 'Log',
  sqrt: 'Sqrt',
  reciprocal: 'Reciprocal',
  tanh: 'Tanh',
  sigmoid: 'Sigmoid',
  softplus: 'Softplus',
  not: 'Not',
  stopGradient: 'Identity',
  add: 'Add',
  sub: 'Sub',
  mul: 'Mul',
  div: 'Div',
  maximum: 'Max',
  minimum: 'Min',
  equal: 'Equal',
  less: 'Less',
  greater: 'Greater',
  and: 'And',
  where: 'Where',
  silu: (_, inputs, e, out) => e.op('QuickGelu', inputs, { alpha: { kind: 'float', value: 1 } }, out, 'com.microsoft'),
  cast: (node, inputs, e, out) =>
    e.op('Cast', inputs, { to: int({ f32: 1, i32: 6, i64: 7, bool: 9 }[node.attrs.to]) }, out),
  reduceSum: (node, inputs, e, out) => e.reduce('ReduceSum', node, inputs, out),
  reduceMax: (node, inputs, e, out) => e.reduce('ReduceMax', node, inputs, out),
  reduceSumSquare: (node, inputs, e, out) => e.reduce('ReduceSumSquare', node, inputs, out),
  logSumExp: (node, inputs, e, out) =>
    e.op('ReduceLogSumExp', [...inputs, e.int64([node.shape.length - 1])], { keepdims: int(1) }, out),
  matmul: (node, inputs, e, out) => {
    const { transA, transB } = node.attrs;
    e.op('Gemm', inputs, { transA: int(Number(transA)), transB: int(Number(transB)) }, out);
  },
  einsum: (node, inputs, e, out) => e.einsum(node, inputs, out),
  reshape: (node, inputs, e, out) => e.op('Reshape', [...inputs, e.int64(node.shape)], {}, out),
  expand: (node, inputs, e, out) => e.op('Expand', [...inputs, e.int64(node.shape)], {}, out),
  transpose: (node, inputs, e, out) => e.op('Transpose', inputs, { perm: ints(node.attrs.permutation) }, out),
  slice: (node, inputs, e, out) => {
    const axes = node.shape.map((_, axis) => axis);
    e.op('Slice', [...inputs, e.int64(node.attrs.starts), e.int64(node.attrs.ends), e.int64(axes)], {}, out);
  },
  pad: (node, inputs, e, out) =>
    e.op('Pad', [...inputs, e.int64([...node.attrs.before, ...node.attrs.after])], {}, out),
  concat: (node, inputs, e, out) => e.concat(node.attrs.axis, inputs, out),
  gather: (_, inputs, e, out) => e.op('Gather', inputs, { axis: int(0) }, out),
  scatterAddRows: (node, inputs, e, out) => {
    const [indices, updates] = inputs as [string, string];
    const index = e.indexColumn(node.inputs[0]!, indices);
    const zeros = e.op('Expand', [e.float(0), e.int64(node.shape)], {});
    e.addRows(zeros, index, updates, node.shape.length, e.shapeOf(node.inputs[1]!), out);
  },
  writeRows: (node, inputs, e, out) => {
    const [table, indices, updates] = inputs as [string, string, string];
    e.op('ScatterND', [table, e.indexColumn(node.inputs[1]!, indices), updates], {}, out);
  },
  takeLast: (_, inputs, e, out) => e.op('GatherElements', inputs, { axis: int(-1) }, out),
  scatterLast: (node, inputs, e, out) => {
    const zeros = e.op('Expand', [e.float(0), e.int64(node.shape)], {});
    e.op('ScatterElements', [zeros, ...inputs], { axis: int(node.shape.length - 1) }, out);
  },
  softmax: (_, inputs, e, out) => e.op('Softmax', inputs, { axis: int(-1) }, out),
  cumSum: (node, inputs, e, out) => {
    const { exclusive, reverse } = node.attrs;
    const axis = e.initializer({ dtype: 'i32', shape: [], data: Int32Array.of(node.shape.length - 1) });
    e.op('CumSum', [...inputs, axis], { exclusive: int(Number(exclusive)), reverse: int(Number(reverse)) }, out);
  },
  sortDescending: (node, inputs, e, out) =>
    e.op('TopK', [...inputs, e.int64([node.shape.at(-1)!])], { axis: int(-1) }, [out, `${out}_order`]),
  rotary: (node, inputs, e, out) => e.rotary(node, inputs, out),
};

class Emitter {
  readonly #graph: Graph;
  readonly #options: EmitOptions;
  readonly #nodes: NodeProto[] = [];
  readonly #initializers: TensorProto[] = [];
  readonly #names = new Map<number, string>();
  readonly #constants = new Map<string, string>();
  readonly #indexColumns = new Map<string, string>();

  constructor(graph: Graph, options: EmitOptions) {
    this.#graph = graph;
    this.#options = options;
    for (const [name, id] of graph.inputs) this.#names.set(id, name);
    for (const [name, id] of graph.outputs) {
      // an output that is an input or a second name for a node gets an Identity in finish()
      if (!this.#names.has(id)) this.#names.set(id, name);
    }
  }

  emitNode(node: Node): void {
    if (node.op === 'input') return;
    const output = this.#names.get(node.id) ?? `${node.op}_${node.id}`;
    if (node.op === 'constant') {
      const name = this.initializer((node as Node<'constant'>).attrs.value);
      if (this.#names.has(node.id)) this.op('Identity', [name], {}, output);
      else this.#names.set(node.id, name);
      return;
    }
    this.#names.set(node.id, output);
    const inputs = node.inputs.map((id) => this.#names.get(id)!);
    const emission = emissions[node.op];
    if (typeof emission === 'string') this.op(emission, inputs, {}, output);
    else (emission as Emission<Primitive>)(node, inputs, this, output);
  }

  finish(): GraphProto {
    const live = new Set(this.#graph.liveNodes().map((node) => node.id));
    const outputs = [...this.#graph.outputs].map(([name, id]) => {
      const { dtype, shape } = this.#graph.node(id);
      if (this.#names.get(id) !== name) this.op('Identity', [this.#names.get(id)!], {}, name);
      return { name, dtype, shape };
    });
    const inputs = [...this.#graph.inputs]
      .filter(([name, id]) => live.has(id) && !this.#options.outerScope?.has(name))
      .map(([name, id]) => ({ name, dtype: this.#graph.node(id).dtype, shape: this.#graph.node(id).shape }));
    return { name: this.#options.name, nodes: this.#nodes, initializers: this.#initializers, inputs, outputs };
  }

  /** Appends one ONNX node. @returns the name of its first output */
  op(
    op: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>>,
    output: string | readonly string[] = `${op}_${this.#options.name}_${this.#nodes.length}`,
    domain?: string,
  ): string {
    const outputs = typeof output === 'string' ? [output] : output;
    const name = outputs[0]!;
    this.#nodes.push({ op, name: `${op}/${name}`, inputs, outputs, attributes, ...(domain ? { domain } : {}) });
    return name;
  }

  initializer(value: HostTensor): string {
    const bytes = new Uint8Array(value.data.buffer, value.data.byteOffset, value.data.byteLength);
    const key = bytes.length <= 64 ? `${value.dtype}[${value.shape.join(',')}]${bytes.join(',')}` : undefined;
    const known = key === undefined ? undefined : this.#constants.get(key);
    if (known) return known;
    const name = `const_${this.#options.name}_${this.#initializers.length}`;
    this.#initializers.push({ name, dtype: value.dtype, shape: value.shape, bytes });
    if (key !== undefined) this.#constants.set(key, name);
    return name;
  }

  int64(values: readonly number[]): string {
    return this.initializer({ dtype: 'i64', shape: [values.length], data: BigInt64Array.from(values, BigInt) });
  }

  float(value: number): string {
    return this.initializer({ dtype: 'f32', shape: [], data: Float32Array.of(value) });
  }

  /** (N) indices as ScatterND wants them: (N, 1) int64. Cast comes last: ORT moves an int64 Unsqueeze to the CPU. */
  indexColumn(id: number, name: string): string {
    const known = this.#indexColumns.get(name);
    if (known) return known;
    const column = this.op('Unsqueeze', [name, this.int64([1])], {});
    const index = this.#graph.node(id).dtype === 'i64' ? column : this.op('Cast', [column], { to: int(7) });
    this.#indexColumns.set(name, index);
    return index;
  }

  shapeOf(id: number): Shape {
    return this.#graph.node(id).shape;
  }

  /**
   * ORT's CPU providers split ScatterND among threads that add to the same row unguarded: sums differ from run to run, and
   * some are lost. There ScatterElements does it, in one thread.
   * @param index (N, 1) int64 · @param shape of the updates (N, …)
   */
  addRows(zeros: string, index: string, updates: string, rank: number, shape: Shape, output: string): void {
    const reduction: Attribute = { kind: 'string', value: 'add' };
    if (this.#options.contraction === 'einsum' || rank !== 2) {
      this.op('ScatterND', [zeros, index, updates], { reduction }, output);
      return;
    }
    const wide = this.op('Expand', [index, this.int64(shape)], {});
    this.op('ScatterElements', [zeros, wide, updates], { axis: int(0), reduction }, output);
  }

  reduce(
    op: string,
    node: Node<'reduceSum' | 'reduceMax' | 'reduceSumSquare'>,
    inputs: readonly string[],
    output: string,
  ): void {
    this.op(op, [...inputs, this.int64(node.attrs.axes)], { keepdims: int(Number(node.attrs.keepDims)) }, output);
  }

  /** Concat in groups of at most 6: more inputs can exceed a WebGPU stage's storage buffers. */
  concat(axis: number, inputs: readonly string[], output: string): void {
    let level = inputs;
    while (level.length > 6) {
      const groups: string[] = [];
      for (let start = 0; start < level.length; start += 6) {
        const group = level.slice(start, start + 6);
        groups.push(group.length === 1 ? group[0]! : this.op('Concat', group, { axis: int(axis) }));
      }
      level = groups;
    }
    this.op('Concat', level, { axis: int(axis) }, output);
  }

  einsum(node: Node<'einsum'>, inputs: readonly string[], output: string): void {
    const { equation } = node.attrs;
    if (this.#options.contraction === 'einsum') {
      this.op('Einsum', inputs, { equation: { kind: 'string', value: equation } }, output);
      return;
    }
    const [a, b] = node.inputs.map((id) => this.#graph.node(id).shape) as [Shape, Shape];
    const { left, right, output: target, sizes } = parseEinsum(equation, a, b);
    const batch = [...target].filter((index) => left.includes(index) && right.includes(index));
    const rows = [...target].filter((index) => left.includes(index) && !right.includes(index));
    const columns = [...target].filter((index) => right.includes(index) && !left.includes(index));
    const inner = [...left].filter((index) => right.includes(index) && !target.includes(index));
    const size = (indices: readonly string[]) => numel(indices.map((index) => sizes.get(index)!));
    const [leftName, rightName] = inputs as [string, string];
    const lhs = this.#arrange(leftName, [...left], [batch, rows, inner], sizes);
    const rhs = this.#arrange(rightName, [...right], [batch, inner, columns], sizes);
    const product = this.op('MatMul', [lhs, rhs], {});
    const order = [...batch, ...rows, ...columns];
    const full = order.map((index) => sizes.get(index)!);
    const shaped =
      rows.length === 1 && columns.length === 1 ? product : this.op('Reshape', [product, this.int64(full)], {});
    const permutation = [...target].map((index) => order.indexOf(index));
    if (size(order) > 0 && permutation.every((axis, index) => axis === index))
      this.op('Identity', [shaped], {}, output);
    else this.op('Transpose', [shaped], { perm: ints(permutation) }, output);
  }

  /** Transposes a term into (batch…, first, second), each of the last two groups merged into one axis. */
  #arrange(
    name: string,
    term: readonly string[],
    groups: readonly (readonly string[])[],
    sizes: ReadonlyMap<string, number>,
  ): string {
    const order = groups.flat();
    const permutation = order.map((index) => term.indexOf(index));
    const moved = permutation.every((axis, index) => axis === index)
      ? name
      : this.op('Transpose', [name], { perm: ints(permutation) });
    const [batch, first, second] = groups as [readonly string[], readonly string[], readonly string[]];
    if (first.length === 1 && second.length === 1) return moved;
    const merged = [
      ...batch.map((index) => sizes.get(index)!),
      ...[first, second].map((group) => numel(group.map((index) => sizes.get(index)!))),
    ];
    return this.op('Reshape', [moved, this.int64(merged)], {});
  }

  /** Two halves of the last axis turned by (cos, sin): x·[c,c] + [−x₂,x₁]·[s,s], written as slices and a Concat. */
  rotary(node: Node<'rotary'>, inputs: readonly string[], output: string): void {
    const [x, cos, sin] = inputs as [string, string, string];
    const half = node.shape[3]! / 2;
    const part = (start: number) =>
      this.op('Slice', [x, this.int64([start]), this.int64([start + half]), this.int64([3])], {});
    const [x1, x2] = [part(0), part(half)];
    const spread = (table: string) => this.op('Unsqueeze', [table, this.int64([2])], {});
    const [c, s] = [spread(cos), spread(sin)];
    const times = (a: string, b: string) => this.op('Mul', [a, b], {});
    const [plus, minus] = node.attrs.inverse ? ['Sub', 'Add'] : ['Add', 'Sub'];
    const y1 = this.op(minus, [times(x1, c), times(x2, s)], {});
    const y2 = this.op(plus, [times(x2, c), times(x1, s)], {});
    this.op('Concat', [y1, y2], { axis: int(3) }, output);
  }
}
