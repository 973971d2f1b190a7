import { afterAll, beforeAll, expect, test } from 'vitest';
import { llamaLayout } from '../engine/nn/paramLayout.ts';
import { openInterpreter } from '../engine/runtime/interpreter.ts';
import { namedParamFeeds } from '../engine/runtime/paramFeeder.ts';
import { scalarHead } from '../engine/nn/llama.ts';
import { layoutWithHead } from '../engine/nn/paramLayout.ts';
import { independentModel, threeSymbols } from '../testing/independentModel.ts';
import { type RolloutScorer, createRolloutScorer, rewardRollouts } from './rolloutScoring.ts';

const pi = [0.7, 0.2, 0.1];
const ref = [0.5, 0.3, 0.2];
const layout = layoutWithHead(threeSymbols, 'value_head');
const completed = [
  { promptIndex: 0, promptIds: [0], completionIds: [1, 0], stopped: true },
  { promptIndex: 1, promptIds: [2, 1], completionIds: [2, 1, 1], stopped: false, completionMask: [1, 0, 1] },
];

let scorer: RolloutScorer<'values'>;
/** The policy, whose head reads .25 everywhere. */
const policy = independentModel(pi, layout);
policy[layout.entries.find(({ name }) => name === 'value_head.bias')!.offset] = 0.25;

beforeAll(async () => {
  scorer = await createRolloutScorer({
    executor: openInterpreter(),
    config: threeSymbols,
    shape: { batch: 2, length: 8, slots: 8 },
    algorithm: {
      name: 'test',
      layout,
      read: (bound, hidden) => ({ values: scalarHead(bound, 'value_head', hidden) }),
    },
    reference: independentModel(ref, llamaLayout(threeSymbols)),
  });
});
afterAll(() => scorer.dispose());

test('a completion gets log-probs of policy and reference, and the algorithm’s own column', async () => {
  const columns = await scorer.columns(namedParamFeeds(layout, policy), completed, 1);
  columns.forEach(({ logprobs, refLogprobs, values, klExact }, i) => {
    completed[i]!.completionIds.forEach((id, t) => {
      expect(logprobs[t]).toBeCloseTo(Math.log(pi[id]!), 5);
      expect(refLogprobs[t]).toBeCloseTo(Math.log(ref[id]!), 5);
      expect(values[t]).toBeCloseTo(0.25, 6);
      expect(klExact[t]).toBeCloseTo(0.0851, 4);
    });
  });
});

test('both are read at the sampling temperature', async () => {
  const [first] = await scorer.columns(namedParamFeeds(layout, policy), completed, 0.7);
  const tempered = (probabilities: readonly number[], id: number) => {
    const powers = probabilities.map((p) => p ** (1 / 0.7));
    return Math.log(powers[id]! / powers.reduce((a, b) => a + b));
  };
  expect(first!.logprobs[0]).toBeCloseTo(tempered(pi, 1), 5);
  expect(first!.refLogprobs[0]).toBeCloseTo(tempered(ref, 1), 5);
});

const columns = completed.map(({ completionIds }) => ({
  logprobs: Float32Array.from(completionIds, () => -1),
  refLogprobs: Float32Array.from(completionIds, () => -1.5),
  entropy: new Float32Array(completionIds.length),
  klExact: new Float32Array(completionIds.length),
}));
const settings = { klCoef: 0.1, missingEosPenalty: 3 };

test('the reward is the score, less a penalty where the completion did not stop, less KL; gold has no part in it', () => {
  const judged = [{ score: 2, gold: 100 }, { score: 2 }];
  const [stopped, cut] = rewardRollouts(completed, columns, judged, settings, 4);
  expect([stopped!.score, cut!.score]).toEqual([2, -1]);
  expect([stopped!.gold, cut!.gold]).toEqual([100, undefined]);
  // k1 = .5 a token
  [-0.05, 1.95].forEach((value, t) => expect(stopped!.rewards[t]).toBeCloseTo(value, 6));
  [-0.05, 0, -1.05].forEach((value, t) => expect(cut!.rewards[t]).toBeCloseTo(value, 6));
  expect(stopped).toMatchObject({ promptIndex: 0, completionIds: [1, 0], logprobs: columns[0]!.logprobs });
});

test('a reward that is no number stops the run, and says which and where', () => {
  const judged = [{ score: 0 }, { score: Number.NaN }];
  expect(() => rewardRollouts(completed, columns, judged, settings, 4)).toThrow(
    /^Step 4: the reward of completion 2 is NaN\. The weights of step 3 are kept/,
  );
});
