import { expect, test } from 'vitest';
import * as ops from '../engine/autodiff/ops.ts';
import { evaluate, gradientOf } from '../testing/evaluate.ts';
import { bradleyTerryLoss, isRight, pairTerms, splitPairs } from './pairTerms.ts';

const shape = { batch: 1, length: 8, slots: 8, sequences: 6 };
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

test('chosen and rejected are told apart: chosen first', () => {
  const { chosen, rejected } = evaluate({ values: [1, 2, 3, 4, 5, 6] }, (graph) =>
    splitPairs(graph.input('values', [6, 1])),
  );
  expect(chosen).toEqual([1, 3, 5]);
  expect(rejected).toEqual([2, 4, 6]);
});

test('a mean is over the pairs that are there', () => {
  const { mean } = evaluate({ x: [1, 5, 9], labels: [1, 1, 0], weights: [1, 1, 0] }, (graph) => ({
    mean: pairTerms(graph, shape).mean(graph.input('x', [3, 1])),
  }));
  expect(mean).toEqual([3]);
});

test('the loss is −log σ(Δ) where the chosen one won, and the mean of both sides for a tie', () => {
  const differences = [2, -2, 2, 0];
  const { loss } = evaluate({ difference: differences, q: [1, 1, 0.5, 0.5] }, (graph) => ({
    loss: bradleyTerryLoss(graph.input('difference', [4, 1]), graph.input('q', [4, 1])),
  }));
  const expected = [
    -Math.log(sigmoid(2)),
    -Math.log(sigmoid(-2)),
    -0.5 * Math.log(sigmoid(2)) - 0.5 * Math.log(sigmoid(-2)),
    Math.LN2,
  ];
  loss.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 12));
});

test('it pushes a difference up where the chosen one won, and a tie towards 0 from either side', () => {
  const gradient = gradientOf({ difference: [2, 2, -2, 0], q: [1, 0.5, 0.5, 0.5] }, (graph) => {
    const wrt = graph.input('difference', [4, 1]);
    return { loss: ops.reduceSum(bradleyTerryLoss(wrt, graph.input('q', [4, 1]))), wrt };
  });
  // σ(Δ) − q
  [sigmoid(2) - 1, sigmoid(2) - 0.5, sigmoid(-2) - 0.5, 0].forEach((value, i) =>
    expect(gradient[i]).toBeCloseTo(value, 12),
  );
});

test('right is where the chosen one has more; equal is half right', () => {
  const { right } = evaluate({ difference: [0.1, -0.1, 0] }, (graph) => ({
    right: isRight(graph.input('difference', [3, 1])),
  }));
  expect(right).toEqual([1, 0, 0.5]);
});
