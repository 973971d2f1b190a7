/** The loop that every on-policy algorithm shares, on the exact world's model: with PPO, and with the plainest algorithm. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as ops from '../engine/autodiff/ops.ts';
import { initParams, llamaLayout } from '../engine/nn/paramLayout.ts';
import type { Executor } from '../engine/runtime/executor.ts';
import type { GeneratorOptions } from '../engine/runtime/generate.ts';
import { openNative } from '../engine/runtime/native.ts';
import { exactConfig, exactPrompts, maxNewTokens, openHostedDraw, rewardOf } from '../testing/exactWorld.ts';
import { type DrawRequest, type OpenDraw, openGeneratorDraw } from './draw.ts';
import { adaptKlCoef, sum } from './numerics.ts';
import { createOnPolicy } from './onPolicy.ts';
import type { OnPolicyAlgorithm } from './onPolicyAlgorithm.ts';
import type { OnPolicyOptions, OnPolicyStep, RewardFunction } from './onPolicyTypes.ts';
import { clippedSurrogate } from './policyTerms.ts';
import { type PpoOptions, type PpoStep, createPpo } from './ppo.ts';
import { type PpoSettings, ppoSettings } from './ppoSettings.ts';

const reference = initParams(exactConfig, 7);
let executor: Executor;
beforeAll(async () => {
  executor = await openNative({ threads: 1 });
});
afterAll(() => executor.dispose());

const settings = ppoSettings.parse({
  updates: 3,
  promptsPerUpdate: 2,
  completionsPerPrompt: 3,
  maxNewTokens,
  learningRate: 1e-2,
  epochs: 2,
  minibatches: 2,
  valueWarmupEpochs: 1,
  klCoef: 0.1,
  warmupFraction: 0,
  minLearningRateFraction: 0.1,
});
const reward: RewardFunction = (completions) =>
  Promise.resolve(completions.map((one) => ({ score: rewardOf(one), gold: 7 })));

function optionsWith(changed: Partial<PpoSettings>, more: Partial<OnPolicyOptions> = {}): PpoOptions {
  return {
    executor,
    config: exactConfig,
    params: reference,
    reference,
    prompts: exactPrompts,
    reward,
    seed: 5,
    ...more,
    settings: { ...settings, ...changed },
  };
}

async function collect<Step>(steps: AsyncIterable<Step>): Promise<Step[]> {
  const all: Step[] = [];
  for await (const step of steps) all.push(step);
  return all;
}

/** All steps of a PPO run and the weights it ends with. */
async function runPpo(changed: Partial<PpoSettings> = {}, more: Partial<OnPolicyOptions> = {}) {
  const run = await createPpo(optionsWith(changed, more));
  const steps = await collect(run.steps());
  const params = await run.params();
  await run.dispose();
  return { steps, params };
}

const isLast = (step: PpoStep) => step.phase === 'minibatch' && step.minibatch.index === step.minibatch.count;
const figures = (steps: readonly PpoStep[], key: string) =>
  steps.flatMap(({ metrics }) => (key in metrics ? [metrics[key]!] : []));

/** Keeps what the engine's draws were asked for. */
function watchedDraw() {
  const requests: DrawRequest[] = [];
  const openDraw: OpenDraw = async (options) => {
    const inner = await openGeneratorDraw(options);
    return {
      draw: (request) => {
        requests.push(request);
        return inner.draw(request);
      },
      dispose: () => inner.dispose(),
    };
  };
  return { requests, openDraw };
}

describe('phases', () => {
  test('an update is rollout, score, advantages and its minibatches; update 0 only warms the value head up', async () => {
    const { steps } = await runPpo({ updates: 1 });
    expect(steps.map(({ step, phase }) => `${step} ${phase}`)).toEqual([
      ...['0 rollout', '0 score', '0 advantages', '0 minibatch', '0 minibatch'],
      ...['1 rollout', '1 score', '1 advantages', '1 minibatch', '1 minibatch', '1 minibatch', '1 minibatch'],
    ]);
    expect(steps.every(({ totalSteps }) => totalSteps === 1)).toBe(true);
    const minibatches = steps.flatMap((step) =>
      step.phase === 'minibatch' && step.step === 1 ? [step.minibatch] : [],
    );
    expect(minibatches).toEqual([1, 2, 3, 4].map((index) => ({ index, count: 4 })));
  });

  test('every phase hands over what is known by then, and its own figures', async () => {
    const { steps } = await runPpo({ updates: 1 });
    const keys = steps.map(({ metrics }) => Object.keys(metrics).sort());
    expect(keys[0]).toContain('completions/mean_length');
    expect(keys[1]).toContain('objective/rlhf_reward');
    expect(keys[2]).toEqual(['val/explained_variance']);
    expect(keys[3]).toEqual([]);
    expect(keys[4]).toEqual(['loss/value_avg']);
    expect(keys.at(-1)).toEqual(
      [
        ...['loss/policy_avg', 'loss/value_avg', 'policy/approxkl_avg', 'policy/clipfrac_avg', 'policy/entropy_avg'],
        ...['val/ratio', 'grad_norm', 'learning_rate', 'kl_coef'],
      ].sort(),
    );
    const [scored, last] = [steps[1]!, steps.at(-1)!];
    if (scored.phase !== 'score' || last.phase !== 'minibatch') throw new Error('other phases were expected');
    const [one] = scored.rollouts;
    for (const column of [one!.logprobs, one!.refLogprobs, one!.values, one!.rewards, one!.klExact]) {
      expect(column).toHaveLength(one!.completionIds.length);
    }
    expect(sum(one!.rewards)).toBeCloseTo(one!.score, 5);
    expect(last.rollouts[0]!.advantages).toHaveLength(last.rollouts[0]!.completionIds.length);
  });

  test('long completions change nothing in the number of steps: a minibatch larger than a batch is added up', async () => {
    // 80 completions of up to 4 tokens fill some 30 rows; a packed batch has 8
    const run = await createPpo(optionsWith({ updates: 1, promptsPerUpdate: 20, completionsPerPrompt: 4, epochs: 1 }));
    const steps = await collect(run.steps());
    expect(steps.filter(({ phase, step }) => phase === 'minibatch' && step === 1)).toHaveLength(2);
    expect((await run.state()).train.steps).toBe(2 + 2);
    await run.dispose();
  });

  test('the warm-up leaves the policy where it is, and the value loss falls over its epochs at its own rate', async () => {
    const valueLoss = async (valueWarmupEpochs: number, valueWarmupRate: number) => {
      const run = await createPpo(optionsWith({ updates: 1, valueWarmupEpochs, valueWarmupRate }));
      for await (const step of run.steps()) {
        if (step.step > 0 || !isLast(step)) continue;
        expect(await run.params()).toEqual(reference);
        await run.dispose();
        return step.metrics['loss/value_avg']!;
      }
      throw new Error('the warm-up had no end');
    };
    expect(await valueLoss(30, 0.03)).toBeLessThan(0.9 * (await valueLoss(30, 1e-9)));
  });
});

describe('draws', () => {
  test('a group of completions a prompt, next to each other, at the temperature of the settings, each with a seed', async () => {
    const { requests, openDraw } = watchedDraw();
    const { steps } = await runPpo({ updates: 2, temperature: 0.7 }, { openDraw });
    expect(requests).toHaveLength(3);
    for (const { prompts, temperature, seeds } of requests) {
      expect(temperature).toBe(0.7);
      expect(new Set(prompts.slice(0, 3)).size).toBe(1);
      expect(new Set(prompts.slice(3)).size).toBe(1);
      expect(new Set(prompts).size).toBe(2);
      expect(seeds).toHaveLength(6);
    }
    expect(new Set(requests.flatMap(({ seeds }) => seeds)).size).toBe(18);
    const [first] = steps;
    expect(first!.rollouts.map(({ promptIds }) => promptIds)).toEqual(requests[0]!.prompts);
    first!.rollouts.forEach(({ promptIndex, promptIds }) => expect(promptIds).toBe(exactPrompts[promptIndex]));
  });

  test('a host’s tokens are read and shown, and count nowhere', async () => {
    const { steps } = await runPpo({ updates: 2 }, { openDraw: openHostedDraw });
    const [rollout, scored] = [steps[0]!, steps[1]!];
    const own = rollout.rollouts.map(({ completionMask }) => sum(completionMask!));
    expect(sum(own)).toBeLessThan(sum(rollout.rollouts.map(({ completionIds }) => completionIds.length)));
    expect(rollout.metrics['completions/mean_length']).toBeCloseTo(sum(own) / own.length, 9);
    expect(scored.metrics['objective/kl_exact']).toBeCloseTo(0, 5);
    for (const step of steps) {
      if (step.phase !== 'minibatch') continue;
      for (const { completionMask, rewards, advantages } of step.rollouts) {
        completionMask!.forEach((counts, t) => {
          if (counts === 0) expect([rewards[t]! + 0, advantages[t]]).toEqual([0, 0]);
        });
      }
    }
  });

  test('whoever draws is told how many at once, how long prompts and completions are, and the layout', async () => {
    const asked: GeneratorOptions[] = [];
    const openDraw: OpenDraw = (options) => {
      asked.push(options);
      return openGeneratorDraw(options);
    };
    const prompts = [[2], [7, 3, 4]];
    for (const promptsPerUpdate of [2, 40]) {
      const run = await createPpo(optionsWith({ promptsPerUpdate }, { openDraw, prompts }));
      await run.dispose();
    }
    expect(asked.map(({ batch }) => batch)).toEqual([6, 64]);
    expect(asked[0]).toMatchObject({ promptLength: 3, maxNewTokens });
    expect(asked[0]!.layout!.entries.map(({ name }) => name)).toContain('critic.value_head.weight');
  });

  test('a draw of too few completions is refused', async () => {
    const openDraw: OpenDraw = () =>
      Promise.resolve({ draw: () => Promise.resolve([]), dispose: () => Promise.resolve() });
    await expect(runPpo({}, { openDraw })).rejects.toThrow('Step 0: 6 completions were asked for, and 0 drawn.');
  });
});

describe('settings', () => {
  test('a change takes effect with the next rollout, and is told there', async () => {
    const { requests, openDraw } = watchedDraw();
    const run = await createPpo(optionsWith({}, { openDraw }));
    const changes: unknown[] = [];
    const steps: PpoStep[] = [];
    for await (const step of run.steps()) {
      steps.push(step);
      if (step.phase === 'rollout') changes.push(step.changes);
      if (step.step === 1 && step.phase === 'score') {
        run.change({ klCoef: 0.4, temperature: 1.3 });
        run.change({ learningRate: 5e-3, temperature: 1.2 });
      }
    }
    await run.dispose();
    expect(changes).toEqual([{}, {}, { klCoef: 0.4, temperature: 1.2, learningRate: 5e-3 }, {}]);
    expect(figures(steps, 'kl_coef')).toEqual([0.1, 0.4, 0.4]);
    expect(requests.map(({ temperature }) => temperature)).toEqual([1, 1, 1.2, 1.2]);
    const share = (update: number) => 1 - (0.9 * (update - 1)) / 2;
    figures(steps, 'learning_rate').forEach((rate, i) =>
      expect(rate).toBeCloseTo([1e-2, 5e-3, 5e-3][i]! * share(i + 1), 12),
    );
  });

  test('the controller steers klCoef after every update but the warm-up', async () => {
    const adaptive = { klTarget: 0.5, klHorizon: 20 };
    const { steps } = await runPpo(adaptive);
    const [, ...kls] = figures(steps, 'objective/kl');
    const coefs = figures(steps, 'kl_coef');
    expect(coefs[0]).toBe(settings.klCoef);
    for (const update of [0, 1]) {
      expect(coefs[update + 1]).toBeCloseTo(adaptKlCoef(coefs[update]!, kls[update]!, adaptive, 6), 12);
      expect(coefs[update + 1]).not.toBe(coefs[update]);
    }
  });

  test('a run ends after the update whose KL goes beyond the limit', async () => {
    const { steps } = await runPpo({ updates: 8, learningRate: 0.1, stopAtKl: 0.2 });
    const kls = figures(steps, 'objective/kl');
    expect(kls.length).toBeLessThan(9);
    expect(kls.at(-1)).toBeGreaterThan(0.2);
    for (const kl of kls.slice(0, -1)) expect(kl).toBeLessThanOrEqual(0.2);
    expect(isLast(steps.at(-1)!)).toBe(true);
  });

  test('no prompts, or one that leaves no room for a completion, are refused', async () => {
    await expect(createPpo(optionsWith({}, { prompts: [] }))).rejects.toThrow('There are no prompts to train on.');
    const long = [[2], [2, 3, 4, 5, 6]];
    await expect(createPpo(optionsWith({}, { prompts: long }))).rejects.toThrow(
      "a prompt of 5 and completions of 4 tokens don't fit the model's context of 8",
    );
    const many = Array.from({ length: 200_000 }, () => long[1]!);
    await expect(createPpo(optionsWith({}, { prompts: many }))).rejects.toThrow('a prompt of 5');
    const fits = await createPpo(optionsWith({}, { prompts: [[2], [2, 3, 4, 5]] }));
    await fits.dispose();
  });

  test('a packed batch has eight rows of 128 tokens, or as long as the longest text or the model’s context asks', async () => {
    const rowsOf = async (contextLength: number, prompt: number) => {
      const shapes = new Map<string, readonly number[]>();
      const watching: Executor = {
        ...executor,
        compile(graph, options) {
          if (options.name === 'ppo') {
            for (const name of ['tokens', 'targets']) shapes.set(name, graph.node(graph.inputs.get(name)!).shape);
          }
          return executor.compile(graph, options);
        },
      };
      const config = { ...exactConfig, contextLength };
      const prompts = [new Array<number>(prompt).fill(2)];
      const run = await createPpo(optionsWith({}, { executor: watching, config, prompts }));
      await run.dispose();
      return [shapes.get('tokens')![0]! / 8, shapes.get('targets')![0]];
    };
    // slots for six tenths of the places, in multiples of 64
    expect(await rowsOf(256, 1)).toEqual([128, 640]);
    expect(await rowsOf(256, 196)).toEqual([200, 960]);
    expect(await rowsOf(64, 1)).toEqual([64, 320]);
  });

  test('a policy may start elsewhere than the reference: then it has a KL from the start', async () => {
    const params = reference.map((x) => (x === 1 ? x : 2 * x));
    const { steps } = await runPpo({ updates: 1 }, { params });
    expect(figures(steps, 'objective/kl_exact')[0]).toBeGreaterThan(1e-3);
  });

  test('a reward that is no number stops the run', async () => {
    const broken: RewardFunction = (completions) => Promise.resolve(completions.map(() => ({ score: Infinity })));
    await expect(runPpo({}, { reward: broken })).rejects.toThrow(/^Step 0: the reward of completion 1 is Infinity/);
  });
});

describe('going on', () => {
  const adaptive = { updates: 4, klTarget: 0.5, klHorizon: 20 };

  test('resumed after any update, a run is the rest of the uninterrupted one, bit for bit', async () => {
    const more = { prompts: [[2], [7], [2, 3], [7, 3], [2, 4], [7, 4, 3]] };
    const straight = await createPpo(optionsWith(adaptive, more));
    const expected: PpoStep[] = [];
    const states: Awaited<ReturnType<typeof straight.state>>[] = [];
    for await (const step of straight.steps()) {
      // Waits through the rest of update 0, and the state after it has to remember it.
      if (step.step === 0 && step.phase === 'advantages') straight.change({ klCoef: 0.3 });
      expected.push(step);
      if (isLast(step)) states.push(await straight.state());
    }
    const ended = await straight.params();
    await straight.dispose();
    expect(states.map(({ step }) => step)).toEqual([0, 1, 2, 3, 4]);
    for (const resume of states) {
      const { steps, params } = await runPpo(adaptive, { ...more, resume });
      expect(steps).toEqual(expected.filter(({ step }) => step > resume.step));
      expect(params).toEqual(ended);
    }
  });

  test('a run that the KL has ended stays ended', async () => {
    const run = await createPpo(optionsWith({ updates: 8, learningRate: 0.1, stopAtKl: 0.2 }));
    await collect(run.steps());
    const resume = await run.state();
    await run.dispose();
    expect(resume.isStopped).toBe(true);
    expect((await runPpo({ updates: 8, stopAtKl: 0.2 }, { resume })).steps).toEqual([]);
  });

  test('ratios are 1 before the policy moves, and not after', async () => {
    const run = await createPpo(optionsWith({ updates: 1 }));
    const moved: number[] = [];
    for await (const step of run.steps()) {
      if (step.phase !== 'minibatch') continue;
      const ratios = await run.ratios(step.rollouts);
      expect(ratios.map((own) => own.length)).toEqual(step.rollouts.map((one) => one.completionIds.length));
      moved.push(Math.max(...ratios.flatMap((own) => Array.from(own, (ratio) => Math.abs(ratio - 1)))));
    }
    await run.dispose();
    expect(moved.slice(0, 2).every((most) => most < 1e-5)).toBe(true);
    expect(moved.slice(2).every((most) => most > 1e-3)).toBe(true);
  });
});

/** REINFORCE without a baseline: no head of its own, no warm-up, the score on every token. */
const reinforce: OnPolicyAlgorithm<never, 'advantages'> = {
  name: 'reinforce',
  layout: llamaLayout(exactConfig),
  initial: (policy) => policy,
  read: () => ({}),
  estimate: (scored) => scored.map(({ score, logprobs }) => ({ advantages: logprobs.map(() => score) })),
  estimateMetrics: () => ({}),
  lossColumns: ['advantages'],
  lossScalars: ({ clipRange }) => ({ clipRange }),
  loss(terms) {
    const { policyLoss, clipFraction } = clippedSurrogate(terms, terms.column('advantages'), terms.scalar('clipRange'));
    return { loss: policyLoss, metrics: { ...terms.metrics, policyLoss, clipFraction } };
  },
  updateMetrics: () => ({}),
  warmup: null,
};

describe('an algorithm of its own', () => {
  test('without a warm-up the first update is 1, and without a value head there is none', async () => {
    const run = await createOnPolicy(optionsWith({ updates: 2 }), reinforce);
    const steps: OnPolicyStep<never, 'advantages'>[] = await collect(run.steps());
    expect(new Set(steps.map(({ step }) => step))).toEqual(new Set([1, 2]));
    expect(steps[1]!.metrics['objective/kl_exact']).toBeCloseTo(0, 5);
    expect(steps.some(({ metrics }) => 'loss/value_avg' in metrics)).toBe(false);
    expect(await run.params()).toHaveLength(reference.length);
    await run.dispose();
  });

  test('a ratio that isn’t 1 in the first minibatch stops the run', async () => {
    const wrong: typeof reinforce = {
      ...reinforce,
      loss(terms, policy) {
        const { loss, metrics } = reinforce.loss(terms, policy);
        return { loss, metrics: { ...metrics, ratio: ops.mul(metrics.ratio, 2) } };
      },
    };
    const run = await createOnPolicy(optionsWith({ updates: 1 }), wrong);
    await expect(collect(run.steps())).rejects.toThrow(/in the first minibatch the ratio is 2/);
    await run.dispose();
  });
});
