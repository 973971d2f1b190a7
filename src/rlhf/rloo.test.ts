import { describe, expect, test } from 'vitest';
import type { Tensor } from '../engine/autodiff/graph.ts';
import { openInterpreter } from '../engine/runtime/interpreter.ts';
import { initParams } from '../engine/nn/paramLayout.ts';
import { evaluate } from '../testing/evaluate.ts';
import { exactConfig, exactPrompts } from '../testing/exactWorld.ts';
import type { Rewarded } from './onPolicyTypes.ts';
import type { PolicyTerms } from './policyTerms.ts';
import { createRloo, leaveOneOutAdvantages, rloo, rlooLoss } from './rloo.ts';
import { rlooSettings } from './rlooSettings.ts';

/** Only what the algorithm looks at. */
const rewarded = (rewards: readonly number[], score: number, completionMask?: readonly number[]) =>
  ({
    rewards: Float32Array.from(rewards),
    score,
    ...(completionMask ? { completionMask } : {}),
  }) as unknown as Rewarded;

/** Two prompts, two completions each; KL penalties before the score on the last token that counts. */
const batch = [
  rewarded([-0.5, 2], 2),
  rewarded([0.5, -0.5, 1], 1),
  rewarded([0, 7, -1], -1, [1, 0, 1]),
  rewarded([3], 3),
];

test('an advantage is the completion’s reward, KL penalty included, less the mean of its prompt’s others, on every token of its own', () => {
  expect(leaveOneOutAdvantages(batch, 2).map(({ advantages }) => Array.from(advantages))).toEqual([
    [0.5, 0.5],
    [-0.5, -0.5, -0.5],
    // the forced token's 7 counts nowhere
    [-4, 0, -4],
    [4],
  ]);
});

test('with four of a prompt, each is held against the three others', () => {
  const four = [1, 2, 3, 6].map((score) => rewarded([score], score));
  const advantages = leaveOneOutAdvantages(four, 4).map((one) => one.advantages[0]!);
  [1 - 11 / 3, 2 - 10 / 3, 0, 6 - 2].forEach((expected, i) => expect(advantages[i]).toBeCloseTo(expected, 5));
});

test('it says of how many prompts all completions scored the same, whatever their KL', () => {
  const algorithm = rloo(exactConfig, 2);
  const scored = [rewarded([-1, 2], 2), rewarded([2], 2), rewarded([1], 1), rewarded([0], 0)];
  const rollouts = scored.map((one, i) => ({ ...one, ...algorithm.estimate(scored)[i]! }));
  expect(algorithm.estimateMetrics(rollouts)).toEqual({ frac_reward_zero_std: 0.5 });
});

test('the loss is the clipped surrogate of these advantages and nothing else', () => {
  const feeds = { ratio: [1.5, 0.9, 0.5], advantages: [1, -2, -3], clipRange: 0.2 };
  const { loss, policyLoss, clipFraction } = evaluate(feeds, (graph) => {
    const column = (name: string) => graph.input(name, [3, 1]);
    const scalar = (name: string) => graph.input(name, []);
    const terms = { ratio: column('ratio'), column, scalar, mean: (x: Tensor) => x, metrics: {} };
    const { loss, metrics } = rlooLoss(terms as unknown as PolicyTerms);
    return { loss, policyLoss: metrics.policyLoss, clipFraction: metrics.clipFraction };
  });
  // −min(A·r, A·clip(r, .8, 1.2))
  [-1.2, 1.8, 2.4].forEach((expected, i) => expect(loss[i]).toBeCloseTo(expected, 12));
  expect(policyLoss).toEqual(loss);
  expect(clipFraction).toEqual([1, 0, 1]);
  const live = { klCoef: 1, clipRange: 0.3, learningRate: 1, temperature: 1 };
  expect(rloo(exactConfig, 2).lossScalars(live, false)).toEqual({ clipRange: 0.3 });
});

describe('a run', () => {
  const open = (changed: Record<string, unknown>) =>
    createRloo({
      executor: openInterpreter(),
      config: exactConfig,
      params: initParams(exactConfig, 1),
      reference: initParams(exactConfig, 1),
      prompts: exactPrompts,
      reward: (completions) => Promise.resolve(completions.map((_, i) => ({ score: i }))),
      settings: {
        ...rlooSettings.parse({
          promptsPerUpdate: 2,
          completionsPerPrompt: 2,
          maxNewTokens: 4,
          updates: 1,
          missingEosPenalty: 0,
        }),
        ...changed,
      },
      seed: 1,
    });

  test('needs something to compare with', async () => {
    await expect(open({ completionsPerPrompt: 1 })).rejects.toThrow(/raise completionsPerPrompt to 2 or more/);
  });

  test('goes through the phases of an update, without a warm-up', async () => {
    const run = await open({});
    const phases: string[] = [];
    let metrics = {};
    for await (const step of run.steps()) {
      phases.push(`${step.step} ${step.phase}`);
      metrics = { ...metrics, ...step.metrics };
    }
    expect(phases).toEqual(['1 rollout', '1 score', '1 advantages', '1 minibatch', '1 minibatch', '1 minibatch']);
    expect(metrics).toMatchObject({ frac_reward_zero_std: 0 });
    expect(Object.keys(metrics)).toContain('policy/clipfrac_avg');
    expect(Object.keys(metrics)).not.toContain('loss/value_avg');
    expect(await run.params()).not.toEqual(initParams(exactConfig, 1));
    await run.dispose();
  });
});
