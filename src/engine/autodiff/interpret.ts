/**
 * What every primitive means: a plain float64 interpreter. The oracle side of gradcheck and parity tests, and the executor
 * of recipe unit tests. Written for clarity; not for speed, and not for training.
 */
import { GraphError, InvalidInputError } from '../../errors.ts';
import { type Shape, formatShape, numel, shapesEqual, stridesOf } from '../tensor/shape.ts';
import { parseEinsum } from './einsum.ts';
import type { Graph } from './graph.ts';
import type { Node, Primitive } from './primitives.ts';

/** Any dtype, as float64 numbers (bool: 0/1). */
export interface Array64 {
  readonly shape: Shape;
  readonly data: Float64Array;
}

type Kernel<P extends Primitive> = (inputs: readonly Array64[], node: Node<P>) => Float64Array;

const at = (inputs: readonly Array64[], index: number): Array64 => inputs[index]!;

const unary = (f: (x: number) => number) => (inputs: readonly Array64[]) => at(inputs, 0).data.map((x) => f(x));

/** Offset into a broadcast operand for each element of `shape`. */
function broadcastOffsets(from: Shape, shape: Shape): Int32Array {
  const strides = stridesOf(from);
  const lead = shape.length - from.length;
  const outStrides = stridesOf(shape);
  const offsets = new Int32Array(numel(shape));
  for (let flat = 0; flat < offsets.length; flat++) {
    let offset = 0;
    for (let axis = lead; axis < shape.length; axis++) {
      const index = Math.floor(flat / outStrides[axis]!) % shape[axis]!;
      if (from[axis - lead] !== 1) offset += index * strides[axis - lead]!;
    }
    offsets[flat] = offset;
  }
  return offsets;
}

const binary = (f: (a: number, b: number) => number) => (inputs: readonly Array64[], node: Node) => {
  const [a, b] = [at(inputs, 0), at(inputs, 1)];
  const [offsetsA, offsetsB] = [broadcastOffsets(a.shape, node.shape), broadcastOffsets(b.shape, node.shape)];
  return Float64Array.from(offsetsA, (offset, flat) => f(a.data[offset]!, b.data[offsetsB[flat]!]!));
};

function reduceInto(x: Array64, axes: readonly number[], start: number, step: (total: number, x: number) => number) {
  const kept = x.shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
  const out = new Float64Array(numel(kept)).fill(start);
  broadcastOffsets(kept, x.shape).forEach((offset, flat) => {
    out[offset] = step(out[offset]!, x.data[flat]!);
  });
  return out;
}

/** Applies `f` to each row of the last axis. */
function byRow(x: Array64, f: (row: Float64Array) => ArrayLike<number>): Float64Array {
  const width = x.shape.at(-1) ?? 1;
  const rows: number[] = [];
  for (let start = 0; start < x.data.length; start += width)
    for (const value of Array.from(f(x.data.subarray(start, start + width)))) rows.push(value);
  return Float64Array.from(rows);
}

/** Reads `x` at flat offsets base + Σ index·stride over `shape`. */
function strided(x: Array64, shape: Shape, strides: readonly number[], base = 0): Float64Array {
  const out = new Float64Array(numel(shape));
  const outStrides = stridesOf(shape);
  for (let flat = 0; flat < out.length; flat++) {
    let offset = base;
    for (let axis = 0; axis < shape.length; axis++)
      offset += (Math.floor(flat / outStrides[axis]!) % shape[axis]!) * strides[axis]!;
    out[flat] = x.data[offset]!;
  }
  return out;
}

/** Calls `visit(x's flat index, target's flat index)` for x laid into `target` at `starts`. */
function placed(shape: Shape, target: Shape, starts: readonly number[], visit: (from: number, to: number) => void) {
  const strides = stridesOf(shape);
  const targetStrides = stridesOf(target);
  for (let flat = 0; flat < numel(shape); flat++) {
    let to = 0;
    for (let axis = 0; axis < shape.length; axis++) {
      to += ((Math.floor(flat / strides[axis]!) % shape[axis]!) + (starts[axis] ?? 0)) * targetStrides[axis]!;
    }
    visit(flat, to);
  }
}

function logSumExpOf(row: Float64Array): number {
  const max = row.reduce((a, b) => Math.max(a, b), -Infinity);
  return max + Math.log(row.reduce((sum, x) => sum + Math.exp(x - max), 0));
}

function einsum(inputs: readonly Array64[], node: Node<'einsum'>): Float64Array {
  const [a, b] = [at(inputs, 0), at(inputs, 1)];
  const { left, right, output, sizes } = parseEinsum(node.attrs.equation, a.shape, b.shape);
  const indices = [...new Set(output + left + right)];
  const counts = indices.map((index) => sizes.get(index)!);
  const stridesFor = (term: string, shape: Shape) =>
    indices.map((index) => (term.includes(index) ? stridesOf(shape)[term.indexOf(index)]! : 0));
  const [sa, sb, so] = [stridesFor(left, a.shape), stridesFor(right, b.shape), stridesFor(output, node.shape)];
  const out = new Float64Array(numel(node.shape));
  const all = stridesOf(counts);
  for (let flat = 0; flat < numel(counts); flat++) {
    let [ia, ib, io] = [0, 0, 0];
    for (let axis = 0; axis < counts.length; axis++) {
      const index = Math.floor(flat / all[axis]!) % counts[axis]!;
      ia += index * sa[axis]!;
      ib += index * sb[axis]!;
      io += index * so[axis]!;
    }
    out[io] = out[io]! + a.data[ia]! * b.data[ib]!;
  }
  return out;
}

function rotate(inputs: readonly Array64[], node: Node<'rotary'>): Float64Array {
  const [x, cos, sin] = [at(inputs, 0), at(inputs, 1), at(inputs, 2)];
  const [, , heads, width] = node.shape as [number, number, number, number];
  const half = width / 2;
  const sign = node.attrs.inverse ? -1 : 1;
  return x.data.map((value, flat) => {
    const channel = flat % width;
    const table = Math.floor(flat / (heads * width)) * half + (channel % half);
    const [c, s] = [cos.data[table]!, sign * sin.data[table]!];
    return channel < half ? value * c - x.data[flat + half]! * s : value * c + x.data[flat - half]! * s;
  });
}

const kernels: { readonly [P in Exclude<Primitive, 'input' | 'constant'>]: Kernel<P> } = {
  neg: unary((x) => -x),
  abs: unary(Math.abs),
  exp: unary(Math.exp),
  log: unary(Math.log),
  sqrt: unary(Math.sqrt),
  reciprocal: unary((x) => 1 / x),
  tanh: unary(Math.tanh),
  sigmoid: unary((x) => 1 / (1 + Math.exp(-x))),
  softplus: unary((x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))),
  silu: unary((x) => x / (1 + Math.exp(-x))),
  not: unary((x) => (x === 0 ? 1 : 0)),
  cast: (inputs, node) =>
    at(inputs, 0).data.map((x) =>
      node.attrs.to === 'bool' ? Number(x !== 0) : node.attrs.to === 'f32' ? x : Math.trunc(x),
    ),
  stopGradient: unary((x) => x),
  add: binary((a, b) => a + b),
  sub: binary((a, b) => a - b),
  mul: binary((a, b) => a * b),
  div: binary((a, b) => a / b),
  maximum: binary(Math.max),
  minimum: binary(Math.min),
  equal: binary((a, b) => Number(a === b)),
  less: binary((a, b) => Number(a < b)),
  greater: binary((a, b) => Number(a > b)),
  and: binary((a, b) => Number(a !== 0 && b !== 0)),
  where: (inputs, node) => {
    const [condition, a, b] = inputs.map((input) => broadcastOffsets(input.shape, node.shape)) as [
      Int32Array,
      Int32Array,
      Int32Array,
    ];
    const [c, yes, no] = inputs as [Array64, Array64, Array64];
    return Float64Array.from(condition, (offset, flat) => (c.data[offset] ? yes.data[a[flat]!]! : no.data[b[flat]!]!));
  },
  reduceSum: (inputs, node) => reduceInto(at(inputs, 0), node.attrs.axes, 0, (total, x) => total + x),
  reduceMax: (inputs, node) => reduceInto(at(inputs, 0), node.attrs.axes, -Infinity, Math.max),
  reduceSumSquare: (inputs, node) => reduceInto(at(inputs, 0), node.attrs.axes, 0, (total, x) => total + x * x),
  logSumExp: (inputs) => byRow(at(inputs, 0), (row) => [logSumExpOf(row)]),
  matmul: (inputs, node) => {
    const [a, b] = [at(inputs, 0), at(inputs, 1)];
    const { transA, transB } = node.attrs;
    const equation = `${transA ? 'km' : 'mk'},${transB ? 'nk' : 'kn'}->mn`;
    return einsum([a, b], { ...node, op: 'einsum', attrs: { equation } });
  },
  einsum,
  reshape: (inputs) => at(inputs, 0).data,
  expand: (inputs, node) => {
    const x = at(inputs, 0);
    return Float64Array.from(broadcastOffsets(x.shape, node.shape), (offset) => x.data[offset]!);
  },
  transpose: (inputs, node) => {
    const x = at(inputs, 0);
    const strides = stridesOf(x.shape);
    return strided(
      x,
      node.shape,
      node.attrs.permutation.map((axis) => strides[axis]!),
    );
  },
  slice: (inputs, node) => {
    const x = at(inputs, 0);
    const strides = stridesOf(x.shape);
    return strided(
      x,
      node.shape,
      strides,
      node.attrs.starts.reduce((base, start, axis) => base + start * strides[axis]!, 0),
    );
  },
  pad: (inputs, node) => {
    const x = at(inputs, 0);
    const out = new Float64Array(numel(node.shape));
    placed(x.shape, node.shape, node.attrs.before, (from, to) => (out[to] = x.data[from]!));
    return out;
  },
  concat: (inputs, node) => {
    const out = new Float64Array(numel(node.shape));
    let offset = 0;
    for (const part of inputs) {
      const starts = node.shape.map((_, axis) => (axis === node.attrs.axis ? offset : 0));
      placed(part.shape, node.shape, starts, (from, to) => (out[to] = part.data[from]!));
      offset += part.shape[node.attrs.axis]!;
    }
    return out;
  },
  gather: (inputs) => {
    const [table, indices] = [at(inputs, 0), at(inputs, 1)];
    const rows = table.shape[0]!;
    const width = numel(table.shape) / rows;
    const out = new Float64Array(indices.data.length * width);
    indices.data.forEach((row, i) =>
      out.set(table.data.subarray(checkIndex(row, rows) * width, (row + 1) * width), i * width),
    );
    return out;
  },
  scatterAddRows: (inputs, node) => {
    const [indices, updates] = [at(inputs, 0), at(inputs, 1)];
    const width = node.shape[1]!;
    const out = new Float64Array(numel(node.shape));
    updates.data.forEach((value, flat) => {
      const to = checkIndex(indices.data[Math.floor(flat / width)]!, node.attrs.rows) * width + (flat % width);
      out[to] = out[to]! + value;
    });
    return out;
  },
  writeRows: (inputs) => {
    const [table, indices, updates] = [at(inputs, 0), at(inputs, 1), at(inputs, 2)];
    const [rows, width] = table.shape as [number, number];
    const out = Float64Array.from(table.data);
    indices.data.forEach((row, i) =>
      out.set(updates.data.subarray(i * width, (i + 1) * width), checkIndex(row, rows) * width),
    );
    return out;
  },
  takeLast: (inputs) => {
    const [x, indices] = [at(inputs, 0), at(inputs, 1)];
    const width = x.shape.at(-1)!;
    return indices.data.map((index, row) => x.data[row * width + checkIndex(index, width)]!);
  },
  scatterLast: (inputs, node) => {
    const [indices, updates] = [at(inputs, 0), at(inputs, 1)];
    const out = new Float64Array(numel(node.shape));
    indices.data.forEach(
      (index, row) => (out[row * node.attrs.size + checkIndex(index, node.attrs.size)] = updates.data[row]!),
    );
    return out;
  },
  softmax: (inputs) =>
    byRow(at(inputs, 0), (row) => {
      const total = logSumExpOf(row);
      return row.map((x) => Math.exp(x - total));
    }),
  cumSum: (inputs, node) =>
    byRow(at(inputs, 0), (row) => {
      const { exclusive, reverse } = node.attrs;
      const out = new Float64Array(row.length);
      let total = 0;
      for (let step = 0; step < row.length; step++) {
        const index = reverse ? row.length - 1 - step : step;
        out[index] = exclusive ? total : total + row[index]!;
        total += row[index]!;
      }
      return out;
    }),
  sortDescending: (inputs) => byRow(at(inputs, 0), (row) => row.slice().sort().reverse()),
  rotary: rotate,
};

function checkIndex(index: number, size: number): number {
  if (!Number.isInteger(index) || index < 0 || index >= size) {
    throw new InvalidInputError(`index ${index} is outside 0 … ${size - 1}: check token ids against the vocabulary`);
  }
  return index;
}

/**
 * Runs a graph in float64.
 * @param feeds every input by name · @returns every output by name · @throws GraphError when a feed is missing or of another shape
 */
export function interpret(graph: Graph, feeds: Readonly<Record<string, Array64>>): Record<string, Array64> {
  const values = new Map<number, Array64>();
  for (const node of graph.liveNodes()) {
    values.set(node.id, { shape: node.shape, data: evaluate(node, values, feeds) });
  }
  return Object.fromEntries([...graph.outputs].map(([name, id]) => [name, values.get(id)!]));
}

function evaluate(
  node: Node,
  values: ReadonlyMap<number, Array64>,
  feeds: Readonly<Record<string, Array64>>,
): Float64Array {
  if (node.op === 'constant') return Float64Array.from((node as Node<'constant'>).attrs.value.data, Number);
  if (node.op === 'input') {
    const { name } = (node as Node<'input'>).attrs;
    const feed = feeds[name];
    if (!feed || !shapesEqual(feed.shape, node.shape)) {
      throw new GraphError(
        `input "${name}" needs ${formatShape(node.shape)}, got ${feed ? formatShape(feed.shape) : 'nothing'}`,
      );
    }
    return feed.data;
  }
  const inputs = node.inputs.map((input) => values.get(input)!);
  return (kernels[node.op] as Kernel<Primitive>)(inputs, node);
}
