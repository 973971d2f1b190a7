/**
 * Proximal policy optimization of a language model against a reward, with a KL penalty to a frozen reference:
 *   maximise E_{y∼π}[score(x, y)] − klCoef·KL(π ‖ ref)
 * Schulman et al. 2017; for language models Ziegler et al. 2019 and Ouyang et al. 2022 (InstructGPT), §3.5. One pull of the
 * recipe is one phase: rollout · score · advantages · each minibatch. Step 0 is one rollout that trains only the value
 * head, so that the first policy step has a baseline. It doesn't choose prompts and knows no reward but by its numbers.
 */
import { adamwDefaults } from '../engine/nn/adamw.ts';
import type { ModelConfig } from '../engine/nn/config.ts';
import { lmFeeds } from '../engine/nn/languageModel.ts';
import type { PackedShape } from '../engine/nn/packed.ts';
import { llamaLayout, transferParams } from '../engine/nn/paramLayout.ts';
import type { Executor } from '../engine/runtime/executor.ts';
import { createGenerator } from '../engine/runtime/generate.ts';
import { ParamFeeder, bindingOf } from '../engine/runtime/paramFeeder.ts';
import { createTrainStep } from '../engine/runtime/trainStep.ts';
import { exactExp } from '../engine/tensor/exactMath.ts';
import { f32, scalar } from '../engine/tensor/hostTensor.ts';
import { Random, deriveSeed } from '../engine/tensor/random.ts';
import { InvalidInputError, NonFiniteError } from '../errors.ts';
import { layOutBatch } from './packing.ts';
import { planEvenly, toSlots, type SequencePlan } from './minibatches.ts';
import { lastOwn } from './completionMask.ts';
import { computeGae, leaveOneOut, tokenRewards, whiten } from './numerics.ts';
import { createPackedPass } from './packedPass.ts';
import { REF_PREFIX } from './policyDivergence.ts';
import { policyLayout, ppoLoss, ppoScoringColumns } from './ppoGraph.ts';
import {
  checkFirstMinibatch,
  checkObjective,
  objectiveMetrics,
  rateFraction,
  rolloutMetrics,
  updateMetrics,
  valueMetrics,
} from './ppoMetrics.ts';
import type { PpoSettings } from './ppoSettings.ts';
import type { Completed, LiveSettings, PpoStep, RewardFunction, Rollout, Scored } from './ppoTypes.ts';
import type { Recipe, RecipeResume, TokenizedExample } from './recipe.ts';

export interface PpoOptions {
  readonly executor: Executor;
  readonly config: ModelConfig;
  /** The policy's start and the frozen reference, flat in llamaLayout order. Copied. */
  readonly params: Float32Array;
  readonly reference: Float32Array;
  /** Token ids; visited in a fresh seeded order every pass. */
  readonly prompts: readonly (readonly number[])[];
  readonly reward: RewardFunction;
  readonly settings: PpoSettings;
  readonly seed: number;
  /** Goes on there, instead of starting from `params`. */
  readonly resume?: PpoResume;
}

/** After an update: all that later updates depend on. */
export interface PpoResume extends RecipeResume {
  readonly live: LiveSettings;
  readonly pending: Partial<LiveSettings>;
  /** The KL divergence has ended the run. */
  readonly isStopped: boolean;
}

export interface PpoRun {
  /** One phase a pull. Call once. */
  steps(): Recipe<PpoStep>;
  /** Takes effect with the next rollout. */
  change(settings: Partial<LiveSettings>): void;
  /** π/π_old of every token, with the policy as it is now: (C) each. Changes nothing; costs a pass. */
  ratios(rollouts: readonly Rollout[]): Promise<Float32Array[]>;
  /** A copy of the policy's parameters, flat in llamaLayout order. */
  params(): Promise<Float32Array>;
  /** What PpoResume takes. Ask between two updates: in the middle of one there is no way back into it. */
  state(): Promise<PpoResume>;
  dispose(): Promise<void>;
}

/** Rows of the packed passes; a batch of 64 short completions takes about three. */
const ROWS = 8;

/** @throws InvalidInputError when a prompt leaves no room for the completion · DeviceError, OutOfMemoryError */
export async function createPpo(options: PpoOptions): Promise<PpoRun> {
  const { executor, config, prompts, settings, seed, resume } = options;
  const layout = policyLayout(config);
  const perUpdate = settings.promptsPerUpdate * settings.completionsPerPrompt;
  const promptLength = Math.max(...prompts.map((ids) => ids.length));
  checkSettings(options, promptLength);
  const shape = passShape(config, promptLength + settings.maxNewTokens);
  const generator = await createGenerator({
    executor,
    config,
    layout,
    batch: Math.min(64, perUpdate),
    promptLength,
    maxNewTokens: settings.maxNewTokens,
  });
  const scoring = await createPackedPass({
    executor,
    name: 'ppo_score',
    shape,
    padId: config.padId,
    build: (graph, inputs) => ppoScoringColumns(config, graph, inputs, bindingOf(executor)),
  });
  const reference = new ParamFeeder(executor, llamaLayout(config), REF_PREFIX);
  const referenceParams = options.reference.slice();
  const train = await createTrainStep({
    executor,
    name: 'ppo',
    layout,
    buildLoss: (graph, bound) => ppoLoss(graph, config, bound, shape),
    optimizer: { ...adamwDefaults, weightDecay: 0, epsilon: settings.adamEpsilon },
    initial: resume?.train ?? { params: transferParams(llamaLayout(config), options.params, layout) },
  });
  const nextPrompts = promptDealer(prompts.length, settings.promptsPerUpdate, deriveSeed(seed, 'prompts'));
  const startsAtReference = options.params.every((value, i) => value === options.reference[i]);
  let live: LiveSettings = resume?.live ?? settings;
  let pending: Partial<LiveSettings> = resume?.pending ?? {};
  let updatesDone = resume ? resume.step + 1 : 0;
  let isStopped = resume?.isStopped ?? false;
  for (let update = 0; update < updatesDone; update++) nextPrompts();

  async function rollOut(update: number): Promise<Completed[]> {
    const dealt = nextPrompts().flatMap((index) => new Array<number>(settings.completionsPerPrompt).fill(index));
    const { tokens, stopped } = await generator.generate({
      params: train.paramFeeds(),
      prompts: dealt.map((index) => prompts[index]!),
      temperature: live.temperature,
      seeds: dealt.map((_, row) => deriveSeed(seed, 'rollout', update, row)),
    });
    return dealt.map((promptIndex, row) => ({
      promptIndex,
      promptIds: prompts[promptIndex]!,
      completionIds: tokens[row]!,
      stopped: stopped[row]!,
    }));
  }

  const textFeeds = (plan: SequencePlan<TokenizedExample>) => ({
    ...lmFeeds(layOutBatch(plan, shape, config.padId), shape),
    inverseTemperature: scalar(1 / live.temperature),
  });

  async function scorePasses(completed: readonly Completed[]) {
    return scoring.run(completed, {
      ...train.paramFeeds(),
      ...(await reference.feeds(referenceParams)),
      inverseTemperature: scalar(1 / live.temperature),
    });
  }

  async function score(completed: readonly Completed[], update: number): Promise<Scored[]> {
    const passes = await scorePasses(completed);
    const judged = await options.reward(completed);
    return completed.map((one, i) => {
      const { score: raw, gold } = judged[i]!;
      const total = raw - (one.stopped ? 0 : settings.missingEosPenalty);
      if (!Number.isFinite(total)) {
        throw new NonFiniteError(
          `Step ${update}: the reward of completion ${i + 1} is ${total}. The weights of step ${update - 1} are kept. Check what gives the reward, then start again.`,
        );
      }
      const { logprobs, refLogprobs } = passes[i]!;
      return {
        ...one,
        ...passes[i]!,
        score: total,
        ...(gold === undefined ? {} : { gold }),
        rewards: tokenRewards(total, logprobs, refLogprobs, live.klCoef, one.completionMask),
      };
    });
  }

  function estimateAdvantages(scored: readonly Scored[]): Rollout[] {
    const group = settings.completionsPerPrompt;
    const shifts = scored.map(() => 0);
    if (settings.baseline === 'prompt') {
      for (let start = 0; start < scored.length; start += group) {
        const scores = scored.slice(start, start + group).map((one) => one.score);
        leaveOneOut(scores).forEach((advantage, i) => (shifts[start + i] = advantage - scores[i]!));
      }
    }
    const masks = scored.map(({ completionMask }) => completionMask);
    const estimates = scored.map(({ rewards, values }, i) => {
      const shifted = rewards.slice();
      shifted[lastOwn(scored[i]!)]! += shifts[i]!;
      return computeGae(shifted, values, settings.gamma, settings.gaeLambda, masks[i]);
    });
    const raw = estimates.map(({ advantages }) => advantages);
    const advantages = settings.whitenAdvantages ? whiten(raw, masks) : raw;
    return scored.map((one, i) => ({ ...one, advantages: advantages[i]!, returns: estimates[i]!.returns }));
  }

  function minibatchFeeds(plan: SequencePlan<Rollout>, isWarmup: boolean) {
    const column = (valuesOf: (rollout: Rollout) => ArrayLike<number>) =>
      f32(toSlots(plan, shape.slots, valuesOf), [shape.slots, 1]);
    return {
      ...textFeeds(plan),
      oldLogprobs: column(({ logprobs }) => logprobs),
      advantages: column(({ advantages }) => advantages),
      oldValues: column(({ values }) => values),
      returns: column(({ returns }) => returns),
      clipRange: scalar(live.clipRange),
      valueClipRange: scalar(isWarmup ? 1e9 : live.clipRange),
      policyCoef: scalar(isWarmup ? 0 : 1),
      vfCoef: scalar(isWarmup ? 1 : settings.vfCoef),
      entropyCoef: scalar(isWarmup ? 0 : settings.entropyCoef),
      trunkCoef: scalar(isWarmup || settings.valueTrunk === 'detached' ? 0 : 1),
    };
  }

  async function* optimize(rollouts: readonly Rollout[], update: number) {
    const isWarmup = update === 0;
    const epochs = isWarmup ? settings.valueWarmupEpochs : settings.epochs;
    const rate = isWarmup ? settings.valueWarmupRate : live.learningRate * rateFraction(settings, update);
    for (let epoch = 0; epoch < epochs; epoch++) {
      const order = new Random(deriveSeed(seed, 'minibatches', update, epoch)).shuffle([...rollouts]);
      const plans = planEvenly(order, shape, settings.minibatches);
      for (const [i, plan] of plans.entries()) {
        const { metrics, gradNorm } = await train.step(minibatchFeeds(plan, isWarmup), rate);
        yield { index: epoch * plans.length + i + 1, count: epochs * plans.length, metrics: { ...metrics, gradNorm } };
      }
    }
  }

  async function* steps(): Recipe<PpoStep> {
    const totalSteps = settings.updates;
    for (let update = updatesDone; update <= totalSteps && !isStopped; update++) {
      const changes = pending;
      pending = {};
      live = { ...live, ...changes };
      const used = live;
      const base = { step: update, totalSteps };
      const completed = await rollOut(update);
      yield {
        ...base,
        phase: 'rollout',
        rollouts: completed,
        metrics: rolloutMetrics(completed),
        ...(Object.keys(changes).length > 0 ? { changes } : {}),
      };

      const scored = await score(completed, update);
      const objective = objectiveMetrics(scored, live.klCoef);
      checkObjective(objective, update === 0 && startsAtReference);
      yield { ...base, phase: 'score', rollouts: scored, metrics: objective };

      const rollouts = estimateAdvantages(scored);
      yield { ...base, phase: 'advantages', rollouts, metrics: valueMetrics(rollouts) };

      const seen: Record<string, number>[] = [];
      for await (const { metrics, ...minibatch } of optimize(rollouts, update)) {
        if (update === 1 && minibatch.index === 1) checkFirstMinibatch(metrics);
        seen.push(metrics);
        const isLast = minibatch.index === minibatch.count;
        if (isLast) closeUpdate(update, objective['objective/kl']!);
        yield {
          ...base,
          phase: 'minibatch',
          minibatch,
          rollouts,
          metrics: isLast ? updateMetrics(seen, update === 0, used, rateFraction(settings, update)) : {},
        };
      }
    }
  }

  /** What the next update depends on stands before this one's last phase is seen, so that a run can be kept there. */
  function closeUpdate(update: number, kl: number): void {
    updatesDone = update + 1;
    isStopped = settings.stopAtKl > 0 && kl > settings.stopAtKl;
    if (settings.klTarget === 0 || update === 0) return;
    const error = Math.max(-0.2, Math.min(0.2, kl / settings.klTarget - 1));
    live = { ...live, klCoef: live.klCoef * (1 + (error * perUpdate) / settings.klHorizon) };
  }

  return {
    steps,
    change: (changed) => (pending = { ...pending, ...changed }),
    async ratios(rollouts) {
      const passes = await scorePasses(rollouts);
      return rollouts.map(({ logprobs }, i) => passes[i]!.logprobs.map((now, t) => exactExp(now - logprobs[t]!)));
    },
    params: async () => transferParams(layout, (await train.state()).params, llamaLayout(config)),
    state: async () => ({ step: updatesDone - 1, train: await train.state(), live, pending, isStopped }),
    async dispose() {
      await Promise.all([generator.dispose(), scoring.dispose(), train.dispose()]);
      reference.dispose();
    },
  };
}
function checkSettings({ config, prompts, settings }: PpoOptions, promptLength: number): void {
  if (prompts.length === 0) throw new InvalidInputError('There are no prompts to train on. Add at least one.');
  if (promptLength + settings.maxNewTokens > config.contextLength) {
    throw new InvalidInputError(
      `a prompt of ${promptLength} and completions of ${settings.maxNewTokens} tokens don't fit the model's context of ${config.contextLength}: shorten one of them`,
    );
  }
  if (settings.baseline === 'prompt' && settings.completionsPerPrompt < 2) {
    throw new InvalidInputError(
      'a per-prompt baseline needs at least 2 completions a prompt: raise completionsPerPrompt',
    );
  }
}

/** Rows as long as the model reads, or as the longest text for small contexts; slots for six tenths of them. */
function passShape(config: ModelConfig, longest: number): PackedShape {
  const length = Math.min(config.contextLength, Math.max(longest, 128));
  return { batch: ROWS, length, slots: Math.max(longest, Math.ceil((ROWS * length * 0.6) / 64) * 64) };
}

/** Deals prompts in a fresh seeded order every pass over them. */
function promptDealer(count: number, perUpdate: number, seed: number): () => number[] {
  let pass = 0;
  let deck: number[] = [];
  return () =>
    Array.from({ length: perUpdate }, () => {
      if (deck.length === 0)
        deck = new Random(deriveSeed(seed, pass++)).shuffle(Array.from({ length: count }, (_, i) => i));
      return deck.pop()!;
    });
}
