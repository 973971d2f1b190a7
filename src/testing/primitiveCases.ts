/**
 * The operands each primitive is tried on: one list a primitive, so that a new primitive without a case does not compile.
 * Gradient checks (float64, against central differences) and parity tests (every executor against the interpreter) are
 * generated from it. Values keep clear of kinks and poles, where a central difference means nothing.
 */
import * as ops from '../engine/autodiff/ops.ts';
import type { Tensor } from '../engine/autodiff/graph.ts';
import type { Primitive } from '../engine/autodiff/primitives.ts';
import { type DType, i32 } from '../engine/tensor/hostTensor.ts';
import { type Shape, numel } from '../engine/tensor/shape.ts';
import { Random, deriveSeed } from '../engine/tensor/random.ts';

export interface Operand {
  readonly shape: Shape;
  readonly dtype: DType;
  /** Range of f32 values. */
  readonly low: number;
  readonly high: number;
  /** i32 and i64 operands: values are 0 … limit − 1. */
  readonly limit: number;
  /** A table to its primitive: real, but without a gradient. */
  readonly isFixed: boolean;
}

export interface PrimitiveCase {
  /** Unique within the primitive. */
  readonly name: string;
  readonly operands: readonly Operand[];
  readonly build: (operands: readonly Tensor[]) => Tensor;
}

const real = (shape: Shape, low = -2, high = 2): Operand => ({
  shape,
  dtype: 'f32',
  low,
  high,
  limit: 0,
  isFixed: false,
});
const table = (shape: Shape): Operand => ({ ...real(shape, -1, 1), isFixed: true });
const index = (shape: Shape, limit: number, dtype: 'i32' | 'i64' = 'i32'): Operand => ({
  ...real(shape),
  dtype,
  limit,
});
const flag = (shape: Shape): Operand => ({ ...real(shape), dtype: 'bool', limit: 2 });

const text = (shape: Shape) => `[${shape.join(',')}]`;

/** Every way two shapes broadcast: same, scalar, missing axes, ones on either side, both at once. */
const broadcastMatrix: readonly (readonly [Shape, Shape])[] = [
  [[], []],
  [[3], [3]],
  [
    [2, 3],
    [2, 3],
  ],
  [[2, 3], []],
  [[], [2, 3]],
  [[2, 3], [3]],
  [[3], [2, 3]],
  [[2, 3], [1]],
  [[1], [2, 3]],
  [
    [2, 3],
    [2, 1],
  ],
  [
    [1, 3],
    [2, 3],
  ],
  [
    [2, 1],
    [1, 3],
  ],
  [
    [2, 1, 3],
    [4, 1],
  ],
  [
    [1, 1],
    [2, 3],
  ],
  [
    [2, 1, 2, 3],
    [2, 4, 1, 3],
  ],
];

const at = (operands: readonly Tensor[], position: number): Tensor => operands[position]!;
/** Given ones, in the graph of the operands. */
const places = (operands: readonly Tensor[], rows: readonly number[]): Tensor =>
  at(operands, 0).graph.constant(i32(rows));

function unary(f: (x: Tensor) => Tensor, low?: number, high?: number): PrimitiveCase[] {
  return [[], [3], [2, 3], [2, 1, 3, 2]].map((shape) => ({
    name: text(shape),
    operands: [real(shape, low, high)],
    build: ([x]) => f(x!),
  }));
}

function binary(f: (a: Tensor, b: Tensor) => Tensor, divisor = false): PrimitiveCase[] {
  return broadcastMatrix.map(([a, b]) => ({
    name: `${text(a)} with ${text(b)}`,
    operands: [real(a), divisor ? real(b, 0.5, 2) : real(b)],
    build: (x) => f(at(x, 0), at(x, 1)),
  }));
}

function reduction(f: (x: Tensor, axes?: readonly number[], keepDims?: boolean) => Tensor): PrimitiveCase[] {
  const rows: readonly (readonly [Shape, readonly number[] | undefined, boolean])[] = [
    [[4], [0], false],
    [[2, 3], undefined, false],
    [[2, 3], [0], false],
    [[2, 3], [1], true],
    [[2, 3, 4], [0, 2], false],
    [[2, 3, 4], [1], true],
    [[2, 3, 1, 2], [0, 1], true],
  ];
  return rows.map(([shape, axes, keepDims]) => ({
    name: `${text(shape)} over ${axes?.join(',') ?? 'all'}${keepDims ? ', kept' : ''}`,
    operands: [real(shape)],
    build: (x) => f(at(x, 0), axes, keepDims),
  }));
}

/** Along the last axis, for three ranks. */
function lastAxis(f: (x: Tensor) => Tensor): PrimitiveCase[] {
  return [[5], [2, 4], [2, 2, 3], [2, 1, 3, 2]].map((shape) => ({
    name: text(shape),
    operands: [real(shape)],
    build: ([x]) => f(x!),
  }));
}

function one(name: string, operands: readonly Operand[], build: (x: readonly Tensor[]) => Tensor): PrimitiveCase {
  return { name, operands, build };
}

export const primitiveCases: { readonly [P in Primitive]: readonly PrimitiveCase[] } = {
  input: [one('passes through', [real([2, 3])], (x) => at(x, 0))],
  constant: [one('times a constant', [real([3])], (x) => ops.mul(at(x, 0), ops.scalarOf(at(x, 0).graph, 1.5)))],
  neg: unary(ops.neg),
  abs: unary(ops.abs),
  exp: unary(ops.exp),
  log: unary(ops.log, 0.3, 3),
  sqrt: unary(ops.sqrt, 0.3, 3),
  reciprocal: unary(ops.reciprocal, 0.4, 2),
  tanh: unary(ops.tanh),
  sigmoid: unary(ops.sigmoid, -4, 4),
  softplus: unary(ops.softplus, -4, 4),
  silu: unary(ops.silu, -4, 4),
  not: [one('[2,3]', [flag([2, 3])], (x) => ops.not(at(x, 0)))],
  cast: [
    one('bool to f32', [flag([2, 3])], (x) => ops.cast(at(x, 0), 'f32')),
    one('i32 to f32', [index([2, 3], 9)], (x) => ops.cast(at(x, 0), 'f32')),
    one('f32 to i32', [real([2, 3], 0, 9)], (x) => ops.cast(at(x, 0), 'i32')),
    one('i32 to i64', [index([2, 3], 9)], (x) => ops.cast(at(x, 0), 'i64')),
  ],
  stopGradient: [
    one('beside a path that goes on', [real([3])], (x) => ops.mul(at(x, 0), ops.exp(ops.stopGradient(at(x, 0))))),
  ],
  add: [...binary(ops.add), one('of one tensor with itself', [real([2, 3])], (x) => ops.add(at(x, 0), at(x, 0)))],
  sub: binary(ops.sub),
  mul: [...binary(ops.mul), one('of one tensor with itself', [real([2, 3])], (x) => ops.mul(at(x, 0), at(x, 0)))],
  div: binary(ops.div, true),
  maximum: binary(ops.maximum),
  minimum: binary(ops.minimum),
  equal: [
    one('f32', [real([2, 3])], (x) => ops.equal(at(x, 0), ops.maximum(at(x, 0), 0))),
    one('i32 with broadcast', [index([4, 1], 3), index([3], 3)], (x) => ops.equal(at(x, 0), at(x, 1))),
  ],
  less: [
    ...binary(ops.less).slice(0, 12),
    one('i32 with broadcast', [index([4, 1], 3), index([3], 3)], (x) => ops.less(at(x, 0), at(x, 1))),
  ],
  greater: binary(ops.greater).slice(0, 12),
  and: [one('with broadcast', [flag([2, 1]), flag([2, 3])], (x) => ops.and(at(x, 0), at(x, 1)))],
  where: [
    ...broadcastMatrix.map(([a, b]) =>
      one(`${text(a)} ? ${text(b)} : ${text(b)}`, [flag(a), real(b), real(b)], (x) =>
        ops.where(at(x, 0), at(x, 1), at(x, 2)),
      ),
    ),
    ...broadcastMatrix.map(([a, b]) =>
      one(`[3] ? ${text(a)} : ${text(b)}`, [flag([3]), real(a), real(b)], (x) =>
        ops.where(at(x, 0), at(x, 1), at(x, 2)),
      ),
    ),
  ],
  reduceSum: reduction(ops.reduceSum),
  reduceMax: reduction(ops.reduceMax),
  reduceSumSquare: reduction(ops.reduceSumSquare),
  logSumExp: lastAxis(ops.logSumExp),
  matmul: [false, true].flatMap((transA) =>
    [false, true].map((transB) =>
      one(
        `${transA ? 'aᵀ' : 'a'}·${transB ? 'bᵀ' : 'b'}`,
        [real(transA ? [3, 2] : [2, 3]), real(transB ? [4, 3] : [3, 4])],
        (x) => ops.matmul(at(x, 0), at(x, 1), { transA, transB }),
      ),
    ),
  ),
  einsum: (
    [
      ['mk,kn->mn', [2, 3], [3, 4]],
      ['bqhd,bkhd->bhqk', [2, 3, 2, 4], [2, 5, 2, 4]],
      ['bhqk,bkhd->bqhd', [2, 2, 3, 4], [2, 4, 2, 3]],
      ['btd,fd->btf', [2, 3, 4], [5, 4]],
      ['bi,bj->bij', [2, 3], [2, 4]],
      ['ij,ij->ij', [2, 3], [2, 3]],
      ['hqd,khd->qhk', [2, 3, 4], [5, 2, 4]],
    ] as const
  ).map(([equation, a, b]) => one(equation, [real(a), real(b)], (x) => ops.einsum(equation, at(x, 0), at(x, 1)))),
  reshape: [
    one('[2,3,4] to [6,4]', [real([2, 3, 4])], (x) => ops.reshape(at(x, 0), [6, 4])),
    one('[1] to []', [real([1])], (x) => ops.reshape(at(x, 0), [])),
  ],
  expand: [
    one('[3,1] to [3,4]', [real([3, 1])], (x) => ops.expand(at(x, 0), [3, 4])),
    one('[3] to [2,3]', [real([3])], (x) => ops.expand(at(x, 0), [2, 3])),
    one('[] to [2,3]', [real([])], (x) => ops.expand(at(x, 0), [2, 3])),
    one('[2,1,3] to [4,2,5,3]', [real([2, 1, 3])], (x) => ops.expand(at(x, 0), [4, 2, 5, 3])),
  ],
  transpose: [
    one('[2,3]', [real([2, 3])], (x) => ops.transpose(at(x, 0), [1, 0])),
    one('[2,3,4] by (2,0,1)', [real([2, 3, 4])], (x) => ops.transpose(at(x, 0), [2, 0, 1])),
    one('[2,3,2,4] by (0,2,1,3)', [real([2, 3, 2, 4])], (x) => ops.transpose(at(x, 0), [0, 2, 1, 3])),
  ],
  slice: [
    one('middle of a vector', [real([6])], (x) => ops.slice(at(x, 0), [2], [5])),
    one('two axes', [real([4, 5])], (x) => ops.slice(at(x, 0), [1, 0], [3, 4])),
    one('front and back of rank 3', [real([2, 3, 4])], (x) => ops.slice(at(x, 0), [0, 1, 2], [1, 3, 4])),
  ],
  pad: [
    one('a vector', [real([3])], (x) => ops.pad(at(x, 0), [2], [1])),
    one('two axes', [real([2, 3])], (x) => ops.pad(at(x, 0), [0, 1], [2, 0])),
  ],
  concat: [
    one('two along 0', [real([2, 3]), real([1, 3])], (x) => ops.concat(x, 0)),
    one('three along −1', [real([2, 3]), real([2, 1]), real([2, 2])], (x) => ops.concat(x, -1)),
    one(
      'nine vectors',
      Array.from({ length: 9 }, (_, n) => real([n + 1])),
      (x) => ops.concat(x, 0),
    ),
  ],
  gather: [
    one('rows, with repeats', [real([4, 3]), index([6], 4)], (x) => ops.gather(at(x, 0), at(x, 1))),
    one('rows by a matrix', [real([4, 3]), index([2, 5], 4)], (x) => ops.gather(at(x, 0), at(x, 1))),
    one('i64 indices', [real([4, 3]), index([6], 4, 'i64')], (x) => ops.gather(at(x, 0), at(x, 1))),
  ],
  scatterAddRows: [
    one('with repeats', [index([6], 4), real([6, 3])], (x) => ops.scatterAddRows(at(x, 0), at(x, 1), 4)),
    one('rows left at zero', [index([2], 2), real([2, 3])], (x) => ops.scatterAddRows(at(x, 0), at(x, 1), 5)),
  ],
  writeRows: [
    one('two of five', [real([5, 3]), real([2, 3])], (x) => ops.writeRows(at(x, 0), places(x, [3, 1]), at(x, 1))),
    one('single elements', [real([6, 1]), real([3, 1])], (x) =>
      ops.writeRows(at(x, 0), places(x, [0, 5, 2]), at(x, 1)),
    ),
  ],
  takeLast: [
    one('[4,5]', [real([4, 5]), index([4, 1], 5)], (x) => ops.takeLast(at(x, 0), at(x, 1))),
    one('[2,3,4]', [real([2, 3, 4]), index([2, 3, 1], 4)], (x) => ops.takeLast(at(x, 0), at(x, 1))),
  ],
  scatterLast: [
    one('[4,1] into 5', [index([4, 1], 5), real([4, 1])], (x) => ops.scatterLast(at(x, 0), at(x, 1), 5)),
    one('[2,3,1] into 4', [index([2, 3, 1], 4), real([2, 3, 1])], (x) => ops.scatterLast(at(x, 0), at(x, 1), 4)),
  ],
  softmax: lastAxis(ops.softmax),
  cumSum: [false, true].flatMap((exclusive) =>
    [false, true].flatMap((reverse) =>
      lastAxis((x) => ops.cumSum(x, { exclusive, reverse })).map((row) => ({
        ...row,
        name: `${row.name}${exclusive ? ' exclusive' : ''}${reverse ? ' reverse' : ''}`,
      })),
    ),
  ),
  sortDescending: lastAxis(ops.sortDescending),
  rotary: [false, true].map((inverse) =>
    one(inverse ? 'back' : 'forth', [real([2, 3, 2, 4]), table([2, 3, 2]), table([2, 3, 2])], (x) =>
      ops.rotary(at(x, 0), at(x, 1), at(x, 2), inverse),
    ),
  ),
};

/**
 * Values for an operand, exact in float32. Real values are a shuffled grid with a small offset by operand: distinct, so
 * that no two operands tie, and none within a central difference's step of zero or of each other.
 */
export function operandValues(operand: Operand, seed: number, position: number): Float64Array {
  const random = new Random(deriveSeed(seed, position));
  const count = numel(operand.shape);
  if (operand.dtype !== 'f32') return Float64Array.from({ length: count }, () => random.int(operand.limit));
  const order = random.shuffle(Array.from({ length: count }, (_, i) => i));
  const cell = (operand.high - operand.low) / count;
  return Float64Array.from(order, (i) =>
    Math.fround(operand.low + cell * (i + 0.3 + 0.1 * position + 0.05 * random.uniform())),
  );
}
