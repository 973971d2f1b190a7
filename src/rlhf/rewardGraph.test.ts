import { expect, test } from 'vitest';
import { backward } from '../engine/autodiff/backward.ts';
import { type Fed, evaluate } from '../testing/evaluate.ts';
import { exactConfig } from '../testing/exactWorld.ts';
import { pairTerms } from './pairTerms.ts';
import { rewardLayout, rewardLoss } from './rewardGraph.ts';

const shape = { batch: 2, length: 8, slots: 16, sequences: 6 };
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** Scores of three pairs, chosen and rejected in turn; the third pair isn't there. */
const pairs: Record<string, Fed> = {
  scores: [2, 1, -1, 1, 9, 0],
  labels: [1, 1, 1],
  margins: [0, 0, 0],
  weights: [1, 1, 0],
};

function lossOf(changed: Record<string, Fed> = {}) {
  return evaluate({ ...pairs, ...changed }, (graph) => {
    const scores = graph.input('scores', [6, 1]);
    const { loss, metrics } = rewardLoss(pairTerms(graph, shape), scores);
    const { accuracy, margin, mean_reward } = metrics;
    return { loss, accuracy: accuracy!, margin: margin!, mean: mean_reward!, gradient: backward(loss, [scores])[0]! };
  });
}

test('the loss is the mean of −log σ(chosen − rejected), and training raises the chosen score', () => {
  const { loss, gradient } = lossOf();
  expect(loss[0]).toBeCloseTo((-Math.log(sigmoid(1)) - Math.log(sigmoid(-2))) / 2, 9);
  const push = [(sigmoid(1) - 1) / 2, (sigmoid(-2) - 1) / 2];
  [push[0]!, -push[0]!, push[1]!, -push[1]!, 0, 0].forEach((value, i) => expect(gradient[i]).toBeCloseTo(value, 9));
});

test('accuracy is the share of pairs whose chosen text has the higher score, half for equal ones', () => {
  expect(lossOf().accuracy).toEqual([0.5]);
  expect(lossOf({ scores: [2, 1, 3, 1, 0, 9] }).accuracy).toEqual([1]);
  expect(lossOf({ scores: [1, 2, 1, 3, 9, 0] }).accuracy).toEqual([0]);
  expect(lossOf({ scores: [1, 1, 3, 1, 0, 0] }).accuracy).toEqual([0.75]);
});

test('margin and mean reward are of the scores themselves', () => {
  const { margin, mean } = lossOf();
  expect(margin[0]).toBeCloseTo((1 - 2) / 2, 9);
  expect(mean[0]).toBeCloseTo((2 + 1 - 1 + 1) / 4, 9);
});

test('a labeler’s margin asks for that much more difference', () => {
  const { loss, margin } = lossOf({ margins: [0.5, 0, 0] });
  expect(loss[0]).toBeCloseTo((-Math.log(sigmoid(1 - 0.5)) - Math.log(sigmoid(-2))) / 2, 9);
  expect(loss[0]).toBeGreaterThan(lossOf().loss[0]!);
  expect(margin[0]).toBeCloseTo(-0.5, 9);
});

test('a tie pulls the two scores together', () => {
  const { gradient } = lossOf({ labels: [0.5, 0.5, 1] });
  expect(gradient[0]).toBeCloseTo((sigmoid(1) - 0.5) / 2, 9);
  expect(gradient[2]).toBeCloseTo((sigmoid(-2) - 0.5) / 2, 9);
});

test('only the mean-pooled head weighs features', () => {
  const names = (head: 'meanPooled' | 'lastToken') => rewardLayout(exactConfig, head).entries.map(({ name }) => name);
  expect(names('meanPooled')).toEqual(expect.arrayContaining(['score.weight', 'score.bias', 'score_features.weight']));
  expect(names('lastToken')).toEqual(expect.arrayContaining(['score.weight', 'score.bias']));
  expect(names('lastToken')).not.toContain('score_features.weight');
});
