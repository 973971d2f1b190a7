/**
 * On-policy reinforcement learning of a language model against a reward, with a KL penalty to a frozen reference:
 *   maximise E_{y∼π}[score(x, y)] − klCoef·KL(π ‖ ref)
 * Ziegler et al. 2019; Ouyang et al. 2022 (InstructGPT), §3.5. An update deals prompts, draws completions, scores them and
 * takes a few optimizer steps on them; one pull is one phase of it: rollout · score · advantages · each minibatch. How
 * advantages come from scores, and what is minimised, is the algorithm's (onPolicyAlgorithm.ts). It doesn't choose prompts
 * and knows no reward but by its numbers.
 */
import { adamwDefaults } from '../engine/nn/adamw.ts';
import type { PackedShape } from '../engine/nn/packed.ts';
import { llamaLayout, transferParams } from '../engine/nn/paramLayout.ts';
import { linearRate } from '../engine/nn/schedule.ts';
import { type TrainStep, createTrainStep } from '../engine/runtime/trainStep.ts';
import { exactExp } from '../engine/tensor/exactMath.ts';
import { deriveSeed } from '../engine/tensor/random.ts';
import { InvalidInputError } from '../errors.ts';
import { type Draw, checkDrawn, openGeneratorDraw } from './draw.ts';
import { takeSteps } from './minibatchSteps.ts';
import { adaptKlCoef, largest } from './numerics.ts';
import type { OnPolicyAlgorithm } from './onPolicyAlgorithm.ts';
import {
  checkFirstMinibatch,
  checkObjective,
  meanOfMinibatches,
  objectiveMetrics,
  policyMetrics,
  rolloutMetrics,
} from './onPolicyMetrics.ts';
import type { LiveSettings, OnPolicySettings } from './onPolicySettings.ts';
import type {
  Completed,
  OnPolicyOptions,
  OnPolicyResume,
  OnPolicyRun,
  OnPolicyStep,
  Rollout,
  Scored,
} from './onPolicyTypes.ts';
import { DRAWN_TOGETHER, rlPassShape } from './passShapes.ts';
import { policyTerms } from './policyTerms.ts';
import { promptDealer } from './promptDealer.ts';
import type { Recipe } from './recipe.ts';
import { type RolloutScorer, createRolloutScorer, rewardRollouts } from './rolloutScoring.ts';

/** @throws InvalidInputError when a prompt leaves no room for the completion · DeviceError, OutOfMemoryError */
export async function createOnPolicy<Read extends string, Estimate extends string>(
  options: OnPolicyOptions,
  algorithm: OnPolicyAlgorithm<Read, Estimate>,
): Promise<OnPolicyRun<Read, Estimate>> {
  const { executor, config, prompts, settings, resume, openDraw = openGeneratorDraw } = options;
  const { maxNewTokens } = settings;
  const { layout } = algorithm;
  const promptLength = checkPrompts(prompts, maxNewTokens, config.contextLength);
  const shape = rlPassShape(config.contextLength, promptLength + maxNewTokens);
  const batch = Math.min(DRAWN_TOGETHER, completionsPerUpdate(settings));
  return new Run(options, algorithm, {
    shape,
    draw: await openDraw({ executor, config, layout, batch, promptLength, maxNewTokens }),
    scorer: await createRolloutScorer({ executor, config, shape, algorithm, reference: options.reference.slice() }),
    train: await createTrainStep({
      executor,
      name: algorithm.name,
      layout,
      buildLoss: (graph, policy) => algorithm.loss(policyTerms(graph, config, policy, shape), policy),
      optimizer: { ...adamwDefaults, weightDecay: 0, epsilon: settings.adamEpsilon },
      initial: resume?.train ?? { params: algorithm.initial(options.params) },
    }),
  });
}

interface Parts<Read extends string> {
  readonly shape: PackedShape;
  readonly draw: Draw;
  readonly scorer: RolloutScorer<Read>;
  readonly train: TrainStep;
}

class Run<Read extends string, Estimate extends string> implements OnPolicyRun<Read, Estimate> {
  readonly #options: OnPolicyOptions;
  readonly #algorithm: OnPolicyAlgorithm<Read, Estimate>;
  readonly #parts: Parts<Read>;
  readonly #nextPrompts: () => number[];
  readonly #startsAtReference: boolean;
  #live: LiveSettings;
  #pending: Partial<LiveSettings>;
  #nextUpdate: number;
  #isStopped: boolean;

  constructor(options: OnPolicyOptions, algorithm: OnPolicyAlgorithm<Read, Estimate>, parts: Parts<Read>) {
    const { prompts, settings, seed, resume, params, reference } = options;
    const { klCoef, clipRange, learningRate, temperature } = settings;
    this.#options = options;
    this.#algorithm = algorithm;
    this.#parts = parts;
    this.#nextPrompts = promptDealer(prompts.length, settings.promptsPerUpdate, deriveSeed(seed, 'prompts'));
    this.#startsAtReference = params.every((value, i) => value === reference[i]);
    this.#live = resume?.live ?? { klCoef, clipRange, learningRate, temperature };
    this.#pending = resume?.pending ?? {};
    this.#isStopped = resume?.isStopped ?? false;
    this.#nextUpdate = resume ? resume.step + 1 : this.#firstUpdate;
    for (let update = this.#firstUpdate; update < this.#nextUpdate; update++) this.#nextPrompts();
  }

  async *steps(): Recipe<OnPolicyStep<Read, Estimate>> {
    const { updates } = this.#options.settings;
    for (let update = this.#nextUpdate; update <= updates && !this.#isStopped; update++) yield* this.#update(update);
  }

  async *#update(update: number): Recipe<OnPolicyStep<Read, Estimate>> {
    const base = { step: update, totalSteps: this.#options.settings.updates };
    const changes = this.#pending;
    this.#pending = {};
    this.#live = { ...this.#live, ...changes };

    const completed = await this.#rollOut(update);
    yield { ...base, phase: 'rollout', rollouts: completed, metrics: rolloutMetrics(completed), changes };

    const scored = await this.#score(completed, update);
    const objective = objectiveMetrics(scored, this.#live.klCoef);
    checkObjective(objective, update === this.#firstUpdate && this.#startsAtReference);
    yield { ...base, phase: 'score', rollouts: scored, metrics: objective };

    const estimates = this.#algorithm.estimate(scored);
    const rollouts = scored.map((one, i) => ({ ...one, ...estimates[i]! }));
    yield { ...base, phase: 'advantages', rollouts, metrics: this.#algorithm.estimateMetrics(rollouts) };

    const seen: Readonly<Record<string, number>>[] = [];
    for await (const { minibatch, metrics } of this.#optimize(rollouts, update)) {
      if (update === 1 && minibatch.index === 1) checkFirstMinibatch(metrics);
      seen.push(metrics);
      const isLast = minibatch.index === minibatch.count;
      const figures = isLast ? this.#updateMetrics(meanOfMinibatches(seen), update) : {};
      if (isLast) this.#close(update, objective['objective/kl']!);
      yield { ...base, phase: 'minibatch', minibatch, rollouts, metrics: figures };
    }
  }

  async #rollOut(update: number): Promise<Completed[]> {
    const { prompts, settings, seed } = this.#options;
    const dealt = this.#nextPrompts().flatMap((index) => new Array<number>(settings.completionsPerPrompt).fill(index));
    const drawn = await this.#parts.draw.draw({
      params: this.#parts.train.paramFeeds(),
      prompts: dealt.map((index) => prompts[index]!),
      temperature: this.#live.temperature,
      seeds: dealt.map((_, row) => deriveSeed(seed, 'rollout', update, row)),
    });
    checkDrawn(drawn, dealt.length, update);
    return dealt.map((promptIndex, row) => ({ promptIndex, promptIds: prompts[promptIndex]!, ...drawn[row]! }));
  }

  async #score(completed: readonly Completed[], update: number): Promise<Scored<Read>[]> {
    const { scorer, train } = this.#parts;
    const columns = await scorer.columns(train.paramFeeds(), completed, this.#live.temperature);
    const judged = await this.#options.reward(completed);
    const { missingEosPenalty } = this.#options.settings;
    return rewardRollouts(completed, columns, judged, { klCoef: this.#live.klCoef, missingEosPenalty }, update);
  }

  #optimize(rollouts: readonly Rollout<Read, Estimate>[], update: number) {
    const { config, settings, seed } = this.#options;
    const { train, shape } = this.#parts;
    const warmup = this.#warmupOf(update);
    return takeSteps<'logprobs' | 'refLogprobs' | Read | Estimate>({
      train,
      shape,
      padId: config.padId,
      rollouts,
      epochs: warmup ? warmup.epochs : settings.epochs,
      minibatches: settings.minibatches,
      learningRate: this.#learningRate(update),
      seedOf: (epoch) => deriveSeed(seed, 'minibatches', update, epoch),
      columns: ['logprobs', ...this.#algorithm.lossColumns],
      scalars: {
        inverseTemperature: 1 / this.#live.temperature,
        ...this.#algorithm.lossScalars(this.#live, warmup !== null),
      },
    });
  }

  #updateMetrics(means: Readonly<Record<string, number>>, update: number): Record<string, number> {
    const own = this.#algorithm.updateMetrics(means);
    if (this.#warmupOf(update)) return own;
    return {
      ...policyMetrics(means),
      ...own,
      learning_rate: this.#learningRate(update),
      kl_coef: this.#live.klCoef,
    };
  }

  /** What the next update depends on stands before this one's last phase is seen, so that a run can be kept there. */
  #close(update: number, kl: number): void {
    const { settings } = this.#options;
    this.#nextUpdate = update + 1;
    this.#isStopped = settings.stopAtKl > 0 && kl > settings.stopAtKl;
    if (settings.klTarget === 0 || this.#warmupOf(update)) return;
    this.#live = {
      ...this.#live,
      klCoef: adaptKlCoef(this.#live.klCoef, kl, settings, completionsPerUpdate(settings)),
    };
  }

  get #firstUpdate(): 0 | 1 {
    return this.#algorithm.warmup ? 0 : 1;
  }

  #warmupOf(update: number) {
    return update === 0 ? this.#algorithm.warmup : null;
  }

  #learningRate(update: number): number {
    const { updates: totalSteps, warmupFraction, minLearningRateFraction: finalFraction } = this.#options.settings;
    const warmupSteps = Math.round(warmupFraction * totalSteps);
    const schedule = { peak: this.#live.learningRate, totalSteps, warmupSteps, finalFraction };
    return this.#warmupOf(update)?.learningRate ?? linearRate(schedule, update);
  }

  change(settings: Partial<LiveSettings>): void {
    this.#pending = { ...this.#pending, ...settings };
  }

  async ratios(rollouts: readonly Rollout<Read, Estimate>[]): Promise<Float32Array[]> {
    const { scorer, train } = this.#parts;
    const columns = await scorer.columns(train.paramFeeds(), rollouts, this.#live.temperature);
    return rollouts.map(({ logprobs }, i) => columns[i]!.logprobs.map((now, t) => exactExp(now - logprobs[t]!)));
  }

  async params(): Promise<Float32Array> {
    const { params } = await this.#parts.train.state();
    return transferParams(this.#algorithm.layout, params, llamaLayout(this.#options.config));
  }

  async state(): Promise<OnPolicyResume> {
    const train = await this.#parts.train.state();
    const [live, pending, isStopped] = [this.#live, this.#pending, this.#isStopped];
    return { step: this.#nextUpdate - 1, train, live, pending, isStopped };
  }

  async dispose(): Promise<void> {
    const { draw, scorer, train } = this.#parts;
    await Promise.all([draw.dispose(), scorer.dispose(), train.dispose()]);
  }
}

function completionsPerUpdate({ promptsPerUpdate, completionsPerPrompt }: OnPolicySettings): number {
  return promptsPerUpdate * completionsPerPrompt;
}

/** @returns the longest prompt's length */
function checkPrompts(prompts: readonly (readonly number[])[], maxNewTokens: number, contextLength: number): number {
  if (prompts.length === 0) throw new InvalidInputError('There are no prompts to train on. Add at least one.');
  const longest = largest(prompts.map((ids) => ids.length));
  if (longest + maxNewTokens > contextLength) {
    throw new InvalidInputError(
      `a prompt of ${longest} and completions of ${maxNewTokens} tokens don't fit the model's context of ${contextLength}: shorten one of them`,
    );
  }
  return longest;
}
