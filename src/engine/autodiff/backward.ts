/**
 * Reverse-mode differentiation: appends the backward pass to the graph the loss stands in.
 * Only nodes on a path from a `wrt` tensor to the loss are visited; nothing else is built.
 */
import { GraphError } from '../../errors.ts';
import { broadcastAxes, formatShape, numel, shapesEqual } from '../tensor/shape.ts';
import { gradients, type Rule } from './gradients.ts';
import type { Tensor } from './graph.ts';
import * as ops from './ops.ts';
import type { Primitive } from './primitives.ts';

/**
 * @param loss a scalar · @param wrt tensors of the same graph, leaves or not: the gradient stops at them
 * @returns d loss / d wrt, one tensor each, of the same shapes
 * @throws GraphError when the loss isn't a scalar, doesn't depend on a `wrt`, or the way leads through a forbidden primitive
 */
export function backward(loss: Tensor, wrt: readonly Tensor[]): Tensor[] {
  if (numel(loss.shape) !== 1) {
    throw new GraphError(`backward needs a scalar loss, not ${formatShape(loss.shape)}: sum or average it first`);
  }
  const graph = loss.graph;
  const leaves = new Set(wrt.map((tensor) => tensor.id));
  const depends = new Set(leaves);
  for (let id = 0; id <= loss.id; id++) {
    if (graph.node(id).inputs.some((input) => depends.has(input))) depends.add(id);
  }

  const accumulated = new Map<number, Tensor>([[loss.id, ops.reshape(ops.scalarOf(graph, 1), loss.shape)]]);
  for (let id = loss.id; id >= 0; id--) {
    const g = accumulated.get(id);
    if (!g || !depends.has(id) || leaves.has(id)) continue;
    const node = graph.node(id);
    const rule = gradients[node.op];
    if (rule === 'stops') continue;
    if (rule === 'forbidden') {
      throw new GraphError(`${node.op} (node ${id}) can't be differentiated: put stopGradient before it`);
    }
    const inputs = node.inputs.map((input) => graph.tensor(input));
    const context = { inputs, output: graph.tensor(id), attrs: node.attrs };
    const inputGradients = (rule as Rule<Primitive>)(g, context);
    inputs.forEach((input, index) => {
      const gradient = inputGradients[index];
      if (!gradient || !depends.has(input.id)) return;
      const summed = undoBroadcast(gradient, input);
      const earlier = accumulated.get(input.id);
      accumulated.set(input.id, earlier ? ops.add(earlier, summed) : summed);
    });
  }
  return wrt.map((tensor) => {
    const gradient = accumulated.get(tensor.id);
    if (!gradient)
      throw new GraphError(
        `the loss doesn't depend on node ${tensor.id} ${formatShape(tensor.shape)}: leave it out of wrt`,
      );
    return gradient;
  });
}

function undoBroadcast(gradient: Tensor, input: Tensor): Tensor {
  if (shapesEqual(gradient.shape, input.shape)) return gradient;
  const axes = broadcastAxes(input.shape, gradient.shape);
  // a gradient smaller than the input (a rule that returned a broadcastable value) grows; a larger one is summed
  const summed = axes.length > 0 ? ops.reduceSum(gradient, axes, true) : gradient;
  return numel(summed.shape) === numel(input.shape)
    ? ops.reshape(summed, input.shape)
    : ops.expand(summed, input.shape);
}
