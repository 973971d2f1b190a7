/**
 * The builder: one function a primitive, with shape and dtype inference, and a few compositions.
 * Every function throws ShapeError when operands don't fit.
 */
import { GraphError, ShapeError } from '../../errors.ts';
import { type DType, f32 } from '../tensor/hostTensor.ts';
import { type Shape, broadcastShapes, formatShape, normalizeAxis, numel, shapesEqual } from '../tensor/shape.ts';
import { parseEinsum } from './einsum.ts';
import { type Graph, type Tensor, isNode } from './graph.ts';
import type { Primitive, PrimitiveAttrs } from './primitives.ts';

type Plain = { [P in Primitive]: Record<never, never> extends PrimitiveAttrs[P] ? P : never }[Primitive];

function unary(op: Plain, x: Tensor, dtype: DType = x.dtype): Tensor {
  return x.graph.append(op, [x], {}, x.shape, dtype);
}

function binary(op: Plain, a: Tensor, b: Tensor | number, dtype?: DType): Tensor {
  const right = typeof b === 'number' ? scalarOf(a.graph, b) : b;
  if (a.dtype !== right.dtype) {
    throw new ShapeError(`${op} of ${a.dtype} and ${right.dtype}: cast one of them`);
  }
  return a.graph.append(op, [a, right], {}, broadcastShapes(a.shape, right.shape), dtype ?? a.dtype);
}

export function scalarOf(graph: Graph, value: number): Tensor {
  return graph.constant(f32([value], []));
}

/** The value of a constant scalar, else undefined. */
function constantValue(x: Tensor | number): number | undefined {
  if (typeof x === 'number') return x;
  const node = x.graph.node(x.id);
  return isNode(node, 'constant') && x.shape.length === 0 && x.dtype === 'f32'
    ? Number(node.attrs.value.data[0])
    : undefined;
}

export const neg = (x: Tensor) => unary('neg', x);
export const abs = (x: Tensor) => unary('abs', x);
export const exp = (x: Tensor) => unary('exp', x);
export const log = (x: Tensor) => unary('log', x);
export const sqrt = (x: Tensor) => unary('sqrt', x);
export const reciprocal = (x: Tensor) => unary('reciprocal', x);
export const tanh = (x: Tensor) => unary('tanh', x);
export const sigmoid = (x: Tensor) => unary('sigmoid', x);
export const softplus = (x: Tensor) => unary('softplus', x);
export const silu = (x: Tensor) => unary('silu', x);
export const not = (x: Tensor) => unary('not', x);
export const stopGradient = (x: Tensor) => unary('stopGradient', x);
export const softmax = (x: Tensor) => unary('softmax', x);
export const sortDescending = (x: Tensor) => unary('sortDescending', x);

export const add = (a: Tensor, b: Tensor | number) => (constantValue(b) === 0 ? a : binary('add', a, b));
export const sub = (a: Tensor, b: Tensor | number) => binary('sub', a, b);
export const div = (a: Tensor, b: Tensor | number) => binary('div', a, b);
export const maximum = (a: Tensor, b: Tensor | number) => binary('maximum', a, b);
export const minimum = (a: Tensor, b: Tensor | number) => binary('minimum', a, b);
export const equal = (a: Tensor, b: Tensor | number) => binary('equal', a, b, 'bool');
export const less = (a: Tensor, b: Tensor | number) => binary('less', a, b, 'bool');
export const greater = (a: Tensor, b: Tensor | number) => binary('greater', a, b, 'bool');
export const and = (a: Tensor, b: Tensor) => binary('and', a, b, 'bool');

export function mul(a: Tensor, b: Tensor | number): Tensor {
  if (constantValue(b) === 1) return a;
  if (constantValue(a) === 1 && typeof b !== 'number') return b;
  return binary('mul', a, b);
}

export function cast(x: Tensor, to: DType): Tensor {
  return x.dtype === to ? x : x.graph.append('cast', [x], { to }, x.shape, to);
}

/** condition ? a : b, all three broadcast. */
export function where(condition: Tensor, a: Tensor | number, b: Tensor | number): Tensor {
  const graph = condition.graph;
  const yes = typeof a === 'number' ? scalarOf(graph, a) : a;
  const no = typeof b === 'number' ? scalarOf(graph, b) : b;
  if (condition.dtype !== 'bool' || yes.dtype !== no.dtype) {
    throw new ShapeError(
      `where needs a bool condition and equal dtypes, not ${condition.dtype} ? ${yes.dtype} : ${no.dtype}`,
    );
  }
  const shape = broadcastShapes(condition.shape, broadcastShapes(yes.shape, no.shape));
  return graph.append('where', [condition, yes, no], {}, shape, yes.dtype);
}

function reduce(
  op: 'reduceSum' | 'reduceMax' | 'reduceSumSquare',
  x: Tensor,
  axes?: readonly number[],
  keepDims = false,
): Tensor {
  const normal = (axes ?? x.shape.map((_, axis) => axis)).map((axis) => normalizeAxis(axis, x.shape.length));
  if (normal.length === 0) return op === 'reduceSumSquare' ? mul(x, x) : x;
  const kept = x.shape.map((size, axis) => (normal.includes(axis) ? 1 : size));
  const shape = keepDims ? kept : kept.filter((_, axis) => !normal.includes(axis));
  return x.graph.append(op, [x], { axes: normal, keepDims }, shape, x.dtype);
}

export const reduceSum = (x: Tensor, axes?: readonly number[], keepDims?: boolean) =>
  reduce('reduceSum', x, axes, keepDims);
export const reduceMax = (x: Tensor, axes?: readonly number[], keepDims?: boolean) =>
  reduce('reduceMax', x, axes, keepDims);
export const reduceSumSquare = (x: Tensor, axes?: readonly number[], keepDims?: boolean) =>
  reduce('reduceSumSquare', x, axes, keepDims);

/** log Σ eˣ over the last axis: (…, V) → (…, 1) */
export function logSumExp(x: Tensor): Tensor {
  return x.graph.append('logSumExp', [x], {}, lastAxisAsOne(x), x.dtype);
}

/** (M,K)·(K,N) → (M,N); `transA`: a is stored (K,M); `transB`: b is stored (N,K) */
export function matmul(a: Tensor, b: Tensor, { transA = false, transB = false } = {}): Tensor {
  const [m, kA] = transA ? [a.shape[1], a.shape[0]] : a.shape;
  const [kB, n] = transB ? [b.shape[1], b.shape[0]] : b.shape;
  if (a.shape.length !== 2 || b.shape.length !== 2 || kA !== kB || m === undefined || n === undefined) {
    throw new ShapeError(
      `matmul of ${formatShape(a.shape)}${transA ? 'ᵀ' : ''} and ${formatShape(b.shape)}${transB ? 'ᵀ' : ''}: both must be matrices whose inner sizes agree`,
    );
  }
  return a.graph.append('matmul', [a, b], { transA, transB }, [m, n], a.dtype);
}

/** Einstein summation of two operands, for example `bqhd,bkhd->bhqk`. */
export function einsum(equation: string, a: Tensor, b: Tensor): Tensor {
  const { outputShape } = parseEinsum(equation, a.shape, b.shape);
  return a.graph.append('einsum', [a, b], { equation }, outputShape, a.dtype);
}

export function reshape(x: Tensor, shape: Shape): Tensor {
  if (shapesEqual(x.shape, shape)) return x;
  if (numel(x.shape) !== numel(shape)) {
    throw new ShapeError(
      `reshape of ${formatShape(x.shape)} to ${formatShape(shape)}: the number of elements must stay ${numel(x.shape)}`,
    );
  }
  return x.graph.append('reshape', [x], {}, shape, x.dtype);
}

export function expand(x: Tensor, shape: Shape): Tensor {
  if (shapesEqual(x.shape, shape)) return x;
  if (!shapesEqual(broadcastShapes(x.shape, shape), shape)) {
    throw new ShapeError(`expand of ${formatShape(x.shape)} to ${formatShape(shape)}: only axes of size 1 can grow`);
  }
  return x.graph.append('expand', [x], {}, shape, x.dtype);
}

export function transpose(x: Tensor, permutation: readonly number[]): Tensor {
  if (
    [...permutation].sort((a, b) => a - b).some((axis, index) => axis !== index) ||
    permutation.length !== x.shape.length
  ) {
    throw new ShapeError(`transpose of ${formatShape(x.shape)} by (${permutation.join(',')}): name every axis once`);
  }
  return x.graph.append(
    'transpose',
    [x],
    { permutation },
    permutation.map((axis) => x.shape[axis]!),
    x.dtype,
  );
}

/** Elements starts ≤ index < ends, by axis. */
export function slice(x: Tensor, starts: readonly number[], ends: readonly number[]): Tensor {
  const shape = x.shape.map((size, axis) => {
    const [start, end] = [starts[axis], ends[axis]];
    if (start === undefined || end === undefined || start < 0 || end > size || start >= end) {
      throw new ShapeError(`slice [${starts.join(',')}]–[${ends.join(',')}] is outside ${formatShape(x.shape)}`);
    }
    return end - start;
  });
  return shapesEqual(shape, x.shape) ? x : x.graph.append('slice', [x], { starts, ends }, shape, x.dtype);
}

export function pad(x: Tensor, before: readonly number[], after: readonly number[]): Tensor {
  const shape = x.shape.map((size, axis) => size + (before[axis] ?? 0) + (after[axis] ?? 0));
  return x.graph.append('pad', [x], { before, after }, shape, x.dtype);
}

export function concat(parts: readonly Tensor[], axis: number): Tensor {
  const first = parts[0];
  if (!first) throw new GraphError('concat of no tensors: pass at least one');
  if (parts.length === 1) return first;
  const along = normalizeAxis(axis, first.shape.length);
  const total = parts.reduce((sum, part) => sum + (part.shape[along] ?? 0), 0);
  const shape = first.shape.map((size, index) => (index === along ? total : size));
  for (const part of parts) {
    if (
      part.shape.length !== shape.length ||
      part.shape.some((size, index) => index !== along && size !== shape[index])
    ) {
      throw new ShapeError(
        `concat of ${parts.map((p) => formatShape(p.shape)).join(', ')} along axis ${along}: the other axes must agree`,
      );
    }
  }
  return first.graph.append('concat', parts, { axis: along }, shape, first.dtype);
}

/** Rows of `table` (R, …rest) at `indices` (…shape): (…shape, …rest) */
export function gather(table: Tensor, indices: Tensor): Tensor {
  return table.graph.append('gather', [table, indices], {}, [...indices.shape, ...table.shape.slice(1)], table.dtype);
}

/** (rows, D) zeros with `updates` (N, D) added at `indices` (N). */
export function scatterAddRows(indices: Tensor, updates: Tensor, rows: number): Tensor {
  if (indices.shape.length !== 1 || updates.shape.length !== 2 || indices.shape[0] !== updates.shape[0]) {
    throw new ShapeError(
      `scatterAddRows of ${formatShape(indices.shape)} and ${formatShape(updates.shape)}: pass (N) and (N,D)`,
    );
  }
  return updates.graph.append('scatterAddRows', [indices, updates], { rows }, [rows, updates.shape[1]!], updates.dtype);
}

/** `table` (R, D) with `updates` (N, D) in place of the rows at `indices` (N), none of which may come twice. */
export function writeRows(table: Tensor, indices: Tensor, updates: Tensor): Tensor {
  const [count] = updates.shape;
  if (
    table.shape.length !== 2 ||
    !shapesEqual(indices.shape, [count!]) ||
    !shapesEqual(updates.shape, [count!, table.shape[1]!])
  ) {
    throw new ShapeError(
      `writeRows of ${formatShape(updates.shape)} at ${formatShape(indices.shape)} into ${formatShape(table.shape)}: pass (R,D), (N) and (N,D)`,
    );
  }
  return table.graph.append('writeRows', [table, indices, updates], {}, table.shape, table.dtype);
}

/** The element of each row's last axis named by `indices`: (…, V), (…, 1) → (…, 1) */
export function takeLast(x: Tensor, indices: Tensor): Tensor {
  if (!shapesEqual(indices.shape, lastAxisAsOne(x))) {
    throw new ShapeError(
      `takeLast of ${formatShape(x.shape)} by ${formatShape(indices.shape)}: indices must be ${formatShape(lastAxisAsOne(x))}`,
    );
  }
  return x.graph.append('takeLast', [x, indices], {}, indices.shape, x.dtype);
}

/** (…, size) zeros with `updates` (…, 1) written at `indices` (…, 1). */
export function scatterLast(indices: Tensor, updates: Tensor, size: number): Tensor {
  return updates.graph.append(
    'scatterLast',
    [indices, updates],
    { size },
    [...indices.shape.slice(0, -1), size],
    updates.dtype,
  );
}

export function cumSum(x: Tensor, { exclusive = false, reverse = false } = {}): Tensor {
  return x.graph.append('cumSum', [x], { exclusive, reverse }, x.shape, x.dtype);
}

/** Rotary position embedding: x (B,T,H,d), cos and sin (B,T,d/2) → (B,T,H,d) · Su et al. 2021, eq. 34, halves convention. */
export function rotary(x: Tensor, cos: Tensor, sin: Tensor, inverse = false): Tensor {
  const [b, t, , d] = x.shape;
  const expected = [b!, t!, d! / 2];
  if (x.shape.length !== 4 || !shapesEqual(cos.shape, expected) || !shapesEqual(sin.shape, expected)) {
    throw new ShapeError(
      `rotary of ${formatShape(x.shape)} with ${formatShape(cos.shape)}: pass (B,T,H,d) and (B,T,d/2)`,
    );
  }
  return x.graph.append('rotary', [x, cos, sin], { inverse }, x.shape, x.dtype);
}

function lastAxisAsOne(x: Tensor): Shape {
  return [...x.shape.slice(0, -1), 1];
}
