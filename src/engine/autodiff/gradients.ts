/**
 * The one gradient table. A rule gives the gradient of each input from the gradient `g` of the output, as more
 * primitives; broadcast operands are summed back by backward.ts. `stops`: the output has no gradient worth passing
 * (integers, booleans, stopGradient). `forbidden`: differentiating through it is a mistake and throws.
 */
import { einsumGradients } from './einsum.ts';
import type { Tensor } from './graph.ts';
import * as ops from './ops.ts';
import type { Primitive, PrimitiveAttrs } from './primitives.ts';

export interface RuleContext<P extends Primitive> {
  readonly inputs: readonly Tensor[];
  readonly output: Tensor;
  readonly attrs: PrimitiveAttrs[P];
}

/** @returns one gradient an input; null where an input has none (indices, conditions) */
export type Rule<P extends Primitive> = (g: Tensor, context: RuleContext<P>) => readonly (Tensor | null)[];

type GradientTable = { readonly [P in Primitive]: Rule<P> | 'stops' | 'forbidden' };

/** Inputs of a rule, which by construction are there. */
function operands<P extends Primitive>(context: RuleContext<P>): [Tensor, Tensor, Tensor] {
  return context.inputs as unknown as [Tensor, Tensor, Tensor];
}

/** A reduction's gradient or output with its reduced axes back as size 1. */
function keepReduced(
  x: Tensor,
  attrs: { readonly axes: readonly number[]; readonly keepDims: boolean },
  input: Tensor,
): Tensor {
  return ops.reshape(
    x,
    input.shape.map((size, axis) => (attrs.axes.includes(axis) ? 1 : size)),
  );
}

export const gradients = {
  input: 'stops',
  constant: 'stops',
  neg: (g) => [ops.neg(g)],
  abs: (g, c) => [ops.where(ops.less(operands(c)[0], 0), ops.neg(g), g)],
  exp: (g, { output }) => [ops.mul(g, output)],
  log: (g, c) => [ops.div(g, operands(c)[0])],
  sqrt: (g, { output }) => [ops.div(ops.mul(g, 0.5), output)],
  reciprocal: (g, { output }) => [ops.neg(ops.mul(g, ops.mul(output, output)))],
  tanh: (g, { output }) => [ops.sub(g, ops.mul(g, ops.mul(output, output)))],
  sigmoid: (g, { output }) => [ops.mul(g, ops.sub(output, ops.mul(output, output)))],
  softplus: (g, c) => [ops.mul(g, ops.sigmoid(operands(c)[0]))],
  // d(x·s)/dx = s + x·s·(1 − s) = s + y·(1 − s) = s + y − y·s
  silu: (g, c) => {
    const s = ops.sigmoid(operands(c)[0]);
    return [ops.mul(g, ops.add(s, ops.sub(c.output, ops.mul(c.output, s))))];
  },
  not: 'stops',
  cast: (g, c) => [operands(c)[0].dtype === 'f32' ? g : null],
  stopGradient: 'stops',
  add: (g) => [g, g],
  sub: (g) => [g, ops.neg(g)],
  mul: (g, c) => [ops.mul(g, operands(c)[1]), ops.mul(g, operands(c)[0])],
  div: (g, c) => {
    const [, divisor] = operands(c);
    const scaled = ops.div(g, divisor);
    return [scaled, ops.neg(ops.mul(scaled, c.output))];
  },
  // of equals, the first operand takes the gradient
  maximum: (g, c) => pickGradient(ops.less(operands(c)[0], operands(c)[1]), g),
  minimum: (g, c) => pickGradient(ops.greater(operands(c)[0], operands(c)[1]), g),
  equal: 'stops',
  less: 'stops',
  greater: 'stops',
  and: 'stops',
  where: (g, c) => {
    const [condition] = operands(c);
    return [null, ops.where(condition, g, 0), ops.where(condition, 0, g)];
  },
  reduceSum: (g, c) => [ops.expand(keepReduced(g, c.attrs, operands(c)[0]), operands(c)[0].shape)],
  // equals share the gradient
  reduceMax: (g, c) => {
    const [x] = operands(c);
    const isMax = ops.cast(ops.equal(x, keepReduced(c.output, c.attrs, x)), 'f32');
    const share = ops.div(isMax, ops.reduceSum(isMax, c.attrs.axes, true));
    return [ops.mul(share, keepReduced(g, c.attrs, x))];
  },
  reduceSumSquare: (g, c) => {
    const [x] = operands(c);
    return [ops.mul(x, ops.mul(keepReduced(g, c.attrs, x), 2))];
  },
  logSumExp: (g, c) => [ops.mul(ops.softmax(operands(c)[0]), g)],
  matmul: (g, c) => {
    const [a, b] = operands(c);
    const { transA, transB } = c.attrs;
    const forA = transA ? ops.matmul(b, g, { transA: transB, transB: true }) : ops.matmul(g, b, { transB: !transB });
    const forB = transB ? ops.matmul(g, a, { transA: true, transB: transA }) : ops.matmul(a, g, { transA: !transA });
    return [forA, forB];
  },
  einsum: (g, c) => {
    const [a, b] = operands(c);
    const equations = einsumGradients(c.attrs.equation);
    return [ops.einsum(equations.left, g, b), ops.einsum(equations.right, g, a)];
  },
  reshape: (g, c) => [ops.reshape(g, operands(c)[0].shape)],
  expand: (g) => [g], // backward.ts sums the broadcast axes
  transpose: (g, c) => {
    const inverse = c.attrs.permutation.map((_, axis) => c.attrs.permutation.indexOf(axis));
    return [ops.transpose(g, inverse)];
  },
  slice: (g, c) => {
    const { starts, ends } = c.attrs;
    return [
      ops.pad(
        g,
        starts,
        operands(c)[0].shape.map((size, axis) => size - ends[axis]!),
      ),
    ];
  },
  pad: (g, c) => {
    const { before } = c.attrs;
    return [
      ops.slice(
        g,
        before,
        operands(c)[0].shape.map((size, axis) => before[axis]! + size),
      ),
    ];
  },
  concat: (g, { inputs, attrs }) => {
    let offset = 0;
    return inputs.map((part) => {
      const starts = part.shape.map((_, axis) => (axis === attrs.axis ? offset : 0));
      offset += part.shape[attrs.axis]!;
      return ops.slice(
        g,
        starts,
        part.shape.map((size, axis) => (axis === attrs.axis ? offset : size)),
      );
    });
  },
  gather: (g, c) => {
    const [table, indices] = operands(c);
    const count = indices.shape.reduce((product, size) => product * size, 1);
    const rows = table.shape[0]!;
    const width = table.shape.slice(1).reduce((product, size) => product * size, 1);
    const sums = ops.scatterAddRows(ops.reshape(indices, [count]), ops.reshape(g, [count, width]), rows);
    return [ops.reshape(sums, table.shape), null];
  },
  scatterAddRows: (g, c) => [null, ops.gather(g, operands(c)[0])],
  writeRows: (g, c) => {
    const [, indices, updates] = operands(c);
    return [ops.writeRows(g, indices, ops.mul(updates, 0)), null, ops.gather(g, indices)];
  },
  takeLast: (g, c) => [ops.scatterLast(operands(c)[1], g, operands(c)[0].shape.at(-1)!), null],
  scatterLast: (g, c) => [null, ops.takeLast(g, operands(c)[0])],
  // y·(g − Σ g·y)
  softmax: (g, { output }) => {
    const weighted = ops.mul(g, output);
    return [ops.sub(weighted, ops.mul(output, ops.reduceSum(weighted, [-1], true)))];
  },
  cumSum: (g, { attrs }) => [ops.cumSum(g, { exclusive: attrs.exclusive, reverse: !attrs.reverse })],
  sortDescending: 'forbidden',
  // a rotation's adjoint is its inverse; cos and sin are tables, not learnt
  rotary: (g, c) => [ops.rotary(g, operands(c)[1], operands(c)[2], !c.attrs.inverse), null, null],
} satisfies GradientTable as GradientTable;

/** The gradient goes to the second operand where `second` holds, else to the first. */
function pickGradient(second: Tensor, g: Tensor): readonly Tensor[] {
  return [ops.where(second, 0, g), ops.where(second, g, 0)];
}
