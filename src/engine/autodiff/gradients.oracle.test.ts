/**
 * Every rule of the gradient table against central differences in float64, generated from the table and the cases of
 * testing/primitiveCases.ts (with the broadcast matrix). A primitive without a case fails here.
 */
import { describe, expect, it } from 'vitest';
import { GraphError } from '../../errors.ts';
import { addGradients, buildCase, centralDifferences, relativeError } from '../../testing/gradcheck.ts';
import { primitiveCases } from '../../testing/primitiveCases.ts';
import { backward } from './backward.ts';
import { gradients } from './gradients.ts';
import { Graph } from './graph.ts';
import { interpret } from './interpret.ts';
import * as ops from './ops.ts';
import type { Primitive } from './primitives.ts';

const SEED = 20261122;
const TOLERANCE = 1e-6;

const primitives = Object.keys(gradients) as Primitive[];
// A cast from f32 to f32 builds no node, and no other cast has a gradient.
const withRule = primitives.filter((op) => typeof gradients[op] === 'function' && op !== 'cast');

it('every primitive has a case', () => {
  expect(primitives.filter((op) => primitiveCases[op].length === 0)).toEqual([]);
  expect(Object.keys(primitiveCases).sort()).toEqual([...primitives].sort());
});

describe.each(primitives)('%s', (op) => {
  it.each(primitiveCases[op].map((row) => [row.name, row] as const))('a case of %s is built of it', (_name, row) => {
    const { graph } = buildCase(row, SEED);
    expect(graph.nodes.map((node) => node.op)).toContain(op);
  });
});

describe.each(withRule)('gradient of %s', (op) => {
  const cases = primitiveCases[op].filter((row) => buildCase(row, SEED).differentiable.length > 0);

  it('has a case with a gradient', () => {
    expect(cases).not.toEqual([]);
  });

  it.each(cases.map((row) => [row.name, row] as const))('equals central differences: %s', (_name, row) => {
    const built = buildCase(row, SEED);
    addGradients(built, SEED);
    const outputs = interpret(built.graph, built.feeds);
    for (const name of built.differentiable) {
      const numeric = centralDifferences(built.graph, built.feeds, name);
      const analytic = outputs[`d:${name}`]!;
      expect(analytic.shape).toEqual(built.feeds[name]!.shape);
      expect(relativeError(analytic.data, numeric), `d/d${name}, seed ${SEED}`).toBeLessThanOrEqual(TOLERANCE);
    }
  });
});

describe('what has no gradient', () => {
  it('stopGradient lets nothing through, and what stands beside it goes on', () => {
    const graph = new Graph();
    const x = graph.input('x', [2]);
    const loss = ops.reduceSum(ops.mul(x, ops.exp(ops.stopGradient(x))));
    graph.output('dx', backward(loss, [x])[0]!);
    const data = Float64Array.of(0.5, -1);
    // d/dx x·exp(c) with c = x held fixed
    expect(interpret(graph, { x: { shape: [2], data } })['dx']!.data).toEqual(data.map(Math.exp));
  });

  it.each(primitives.filter((op) => gradients[op] === 'forbidden'))('%s refuses to be differentiated', (op) => {
    const built = buildCase(primitiveCases[op][0]!, SEED);
    expect(() => addGradients(built, SEED)).toThrow(GraphError);
  });

  it('a loss that only reaches a tensor through a comparison has no gradient for it', () => {
    const graph = new Graph();
    const x = graph.input('x', [3]);
    const loss = ops.reduceSum(ops.where(ops.less(x, 0), ops.scalarOf(graph, 1), ops.scalarOf(graph, 2)));
    expect(() => backward(loss, [x])).toThrow(GraphError);
  });
});
