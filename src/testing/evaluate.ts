/**
 * Numbers of a small graph by the float64 interpreter: for tests that work a formula out by hand. Inputs that a formula
 * declares are fed by name.
 */
import { backward } from '../engine/autodiff/backward.ts';
import { Graph, type Tensor } from '../engine/autodiff/graph.ts';
import { interpret } from '../engine/autodiff/interpret.ts';

/** Values of an input: a scalar, or a column (n, 1). */
export type Fed = number | readonly number[];

/**
 * @param build builds tensors by name on the graph's inputs
 * @returns their elements, by name; a feed that no input reads is no error
 */
export function evaluate<Name extends string>(
  feeds: Readonly<Record<string, Fed>>,
  build: (graph: Graph) => Readonly<Record<Name, Tensor>>,
): Record<Name, number[]> {
  const graph = new Graph();
  const tensors = Object.entries<Tensor>(build(graph));
  for (const [name, tensor] of tensors) graph.output(name, tensor);
  const arrays = Object.entries(feeds).map(([name, value]) => {
    const data = Float64Array.from(typeof value === 'number' ? [value] : value);
    const { shape } = graph.node(graph.inputs.get(name)!);
    return [name, { shape, data }] as const;
  });
  const outputs = interpret(graph, Object.fromEntries(arrays));
  return Object.fromEntries(tensors.map(([name]) => [name, Array.from(outputs[name]!.data)])) as Record<Name, number[]>;
}

/** d loss / d input, elements in order. */
export function gradientOf(
  feeds: Readonly<Record<string, Fed>>,
  build: (graph: Graph) => { readonly loss: Tensor; readonly wrt: Tensor },
): number[] {
  return evaluate(feeds, (graph) => {
    const { loss, wrt } = build(graph);
    return { gradient: backward(loss, [wrt])[0]! };
  }).gradient;
}
