/**
 * Gradients against central differences, both in float64 on the interpreter. The differences know nothing of the gradient
 * table: they only run the forward graph. Five-point stencil: f′(x) = (f(x−2h) − 8f(x−h) + 8f(x+h) − f(x+2h)) / 12h + O(h⁴).
 */
import { backward } from '../engine/autodiff/backward.ts';
import { Graph, type Tensor } from '../engine/autodiff/graph.ts';
import { type Array64, interpret } from '../engine/autodiff/interpret.ts';
import * as ops from '../engine/autodiff/ops.ts';
import { f32, i32 } from '../engine/tensor/hostTensor.ts';
import { Random } from '../engine/tensor/random.ts';
import { numel } from '../engine/tensor/shape.ts';
import { type Operand, type PrimitiveCase, operandValues } from './primitiveCases.ts';

const STEP = 1e-4;

export interface BuiltCase {
  readonly graph: Graph;
  readonly output: Tensor;
  readonly feeds: Readonly<Record<string, Array64>>;
  /** Names of the operands that have a gradient. */
  readonly differentiable: readonly string[];
}

const isDifferentiable = (operand: Operand): boolean => operand.dtype === 'f32' && !operand.isFixed;

/**
 * Builds the case into `graph` with inputs <prefix>x0, <prefix>x1, …, and values for them. Graphs of ours are fed f32 and
 * i32 only, so a bool operand enters as i32 and is compared with 1, an i64 one enters as i32 and is cast.
 */
export function buildCase(row: PrimitiveCase, seed: number, graph = new Graph(), prefix = ''): BuiltCase {
  const name = (position: number): string => `${prefix}x${position}`;
  const tensors = row.operands.map((operand, n) => {
    if (operand.dtype === 'f32') return graph.input(name(n), operand.shape);
    const integers = graph.input(name(n), operand.shape, 'i32');
    return operand.dtype === 'bool'
      ? ops.equal(integers, graph.constant(i32([1], [])))
      : ops.cast(integers, operand.dtype);
  });
  const output = row.build(tensors);
  const feeds = Object.fromEntries(
    row.operands.map((operand, n) => [name(n), { shape: operand.shape, data: operandValues(operand, seed, n) }]),
  );
  const differentiable = row.operands.flatMap((operand, n) => (isDifferentiable(operand) ? [name(n)] : []));
  return { graph, output, feeds, differentiable };
}

/**
 * Adds outputs "<prefix>loss" = Σ w·(y + y²/2) and, for each differentiable operand, "d:<its input's name>". The weights w
 * are fixed and random, so that no two elements of y weigh the same; the square makes the gradient w·(1 + y) that enters
 * the rule depend on the operands: a constant one would be folded away by ORT, and the rule's emission not be tested.
 */
export function addGradients({ graph, output, differentiable }: BuiltCase, seed: number, prefix = ''): void {
  const random = new Random(seed);
  const weights = Float32Array.from({ length: numel(output.shape) }, () => 0.5 + random.uniform());
  const bent = ops.add(output, ops.mul(ops.mul(output, output), 0.5));
  const loss = ops.reduceSum(ops.mul(bent, graph.constant(f32(weights, output.shape))));
  graph.output(`${prefix}loss`, loss);
  const wrt = differentiable.map((name) => graph.tensor(graph.inputs.get(name)!));
  backward(loss, wrt).forEach((gradient, n) => graph.output(`d:${differentiable[n]}`, gradient));
}

/** @returns d loss / d feeds[name] by central differences; `loss` must be a scalar output of the graph */
export function centralDifferences(
  graph: Graph,
  feeds: Readonly<Record<string, Array64>>,
  name: string,
  elements?: readonly number[],
): Float64Array {
  const feed = feeds[name]!;
  const lossAt = (element: number, shift: number): number => {
    const data = feed.data.slice();
    data[element] = data[element]! + shift;
    return interpret(graph, { ...feeds, [name]: { shape: feed.shape, data } })['loss']!.data[0]!;
  };
  const derivative = (element: number): number =>
    (lossAt(element, -2 * STEP) - 8 * lossAt(element, -STEP) + 8 * lossAt(element, STEP) - lossAt(element, 2 * STEP)) /
    (12 * STEP);
  return Float64Array.from(elements ?? feed.data.keys(), derivative);
}

/**
 * The largest |a − b| / max(|a|, |b|), where values below a hundredth of the tensor's largest count as that hundredth: a
 * relative error that an exact zero or a cancellation doesn't blow up. `floor` does the same for a tensor of zeros.
 */
export function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>, floor = 1e-5): number {
  if (actual.length !== expected.length) return Infinity;
  let largest = 0;
  for (let i = 0; i < expected.length; i++) largest = Math.max(largest, Math.abs(expected[i]!));
  let worst = 0;
  for (let i = 0; i < expected.length; i++) {
    const [a, b] = [actual[i]!, expected[i]!];
    if (a === b) continue;
    const error = Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b), largest / 100, floor);
    if (!(error <= worst)) worst = Number.isNaN(error) ? Infinity : error;
  }
  return worst;
}
