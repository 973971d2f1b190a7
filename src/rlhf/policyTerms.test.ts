import { expect, test } from 'vitest';
import { bindParams, llamaLayout } from '../engine/nn/paramLayout.ts';
import { interpret } from '../engine/autodiff/interpret.ts';
import { Graph, type Tensor } from '../engine/autodiff/graph.ts';
import { lmFeeds } from '../engine/nn/languageModel.ts';
import { namedParamFeeds } from '../engine/runtime/paramFeeder.ts';
import { f32, scalar } from '../engine/tensor/hostTensor.ts';
import { evaluate } from '../testing/evaluate.ts';
import { independentModel, threeSymbols } from '../testing/independentModel.ts';
import { layOutBatch } from './packing.ts';
import { type PolicyTerms, clip, clippedSurrogate, policyTerms } from './policyTerms.ts';

const shape = { batch: 1, length: 8, slots: 6 };
const pi = [0.7, 0.2, 0.1];
/** Three chosen tokens and a forced one; the two slots left over aren't used. */
const completion = { promptIds: [0], completionIds: [0, 1, 2, 1], completionMask: [1, 1, 0, 1] };

/** Terms of that completion, drawn by an old self for which every token had probability `old`. */
function termsOf(
  old: number,
  count: number,
  temperature: number,
  pick: (terms: PolicyTerms) => Record<string, Tensor>,
) {
  const layout = llamaLayout(threeSymbols);
  const graph = new Graph();
  const picked = pick(policyTerms(graph, threeSymbols, bindParams(graph, layout, 'named'), shape));
  for (const [name, tensor] of Object.entries(picked)) graph.output(name, tensor);
  const feeds = {
    ...namedParamFeeds(layout, independentModel(pi)),
    ...lmFeeds(layOutBatch([[completion]], shape, threeSymbols.padId), shape),
    logprobs: f32(new Float32Array(6).fill(Math.log(old)), [6, 1]),
    count: scalar(count),
    inverseTemperature: scalar(1 / temperature),
  };
  const arrays = Object.entries(feeds).map(([name, value]) => {
    const { shape: size, data } = value as { shape: readonly number[]; data: ArrayLike<number> };
    return [name, { shape: size, data: Float64Array.from(data) }] as const;
  });
  const outputs = interpret(graph, Object.fromEntries(arrays));
  return (name: string) => Array.from(outputs[name]!.data);
}

test('ratios are π_new/π_old where a token counts, and 1 where it is forced or not there', () => {
  const numbers = termsOf(0.4, 3, 1, ({ ratio, logRatio }) => ({ ratio, logRatio }));
  [0.7 / 0.4, 0.2 / 0.4, 1, 0.2 / 0.4, 1, 1].forEach((expected, k) => {
    expect(numbers('ratio')[k]).toBeCloseTo(expected, 5);
    expect(numbers('logRatio')[k]).toBeCloseTo(Math.log(expected), 5);
  });
});

test('means are sums over the tokens that count, by the count of the whole minibatch', () => {
  // one more batch with three such tokens stands beside this one
  const numbers = termsOf(0.4, 6, 1, ({ mean, ratio, metrics }) => ({ mean: mean(ratio), ...metrics }));
  const ratios = [0.7, 0.2, 0.2].map((p) => p / 0.4);
  const share = (f: (ratio: number) => number) => ratios.map(f).reduce((a, b) => a + b) / 6;
  expect(numbers('mean')[0]).toBeCloseTo(
    share((x) => x),
    5,
  );
  expect(numbers('ratio')[0]).toBeCloseTo(
    share((x) => x),
    5,
  );
  expect(numbers('approxKl')[0]).toBeCloseTo(
    share((x) => Math.log(x) ** 2 / 2),
    5,
  );
  // −.7 ln .7 − .2 ln .2 − .1 ln .1
  expect(numbers('entropy')[0]).toBeCloseTo((3 / 6) * 0.8018, 4);
});

test('at a temperature, log-probs are those of the tempered distribution', () => {
  const temperature = 0.7;
  const powers = pi.map((p) => p ** (1 / temperature));
  const tempered = powers.map((p) => p / powers.reduce((a, b) => a + b));
  const numbers = termsOf(0.4, 3, temperature, ({ ratio }) => ({ ratio }));
  [0, 1].forEach((token) => expect(numbers('ratio')[token]).toBeCloseTo(tempered[token]! / 0.4, 5));
});

test('clip keeps a number between its bounds', () => {
  const { y } = evaluate({ x: [-2, 0.5, 3], low: 0, high: 1 }, (graph) => ({
    y: clip(graph.input('x', [3, 1]), graph.input('low', []), graph.input('high', [])),
  }));
  expect(y).toEqual([0, 0.5, 1]);
});

test('the surrogate stops rewarding a ratio outside the range that the advantage asked for, and no other', () => {
  const ratio = [1.5, 1.5, 0.5, 0.5, 1.1];
  const advantages = [2, -2, 2, -2, 3];
  const { policyLoss, clipFraction } = evaluate({ ratio, advantages, clipRange: 0.2 }, (graph) => {
    // every element stands for itself, so that the loss of each can be read
    const terms = { ratio: graph.input('ratio', [5, 1]), mean: (x: Tensor) => x } as PolicyTerms;
    return clippedSurrogate(terms, graph.input('advantages', [5, 1]), graph.input('clipRange', []));
  });
  // −min(A·r, A·clip(r, .8, 1.2))
  [-2.4, 3, -1, 1.6, -3.3].forEach((expected, i) => expect(policyLoss[i]).toBeCloseTo(expected, 12));
  // only where the clipped loss is the larger one has the clip taken the gradient away
  expect(clipFraction).toEqual([1, 0, 0, 1, 0]);
});
