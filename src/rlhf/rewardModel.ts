/**
 * A reward model from preferences: Bradley–Terry on pairs, started from a policy's weights.
 * Stiennon et al. 2020, §3.4; Ouyang et al. 2022, eq. 1; ties as soft labels, margins as in Touvron et al. 2023. It doesn't
 * draw pairs and doesn't know who judged them: that is the caller's `group`. Metric names are TRL's RewardTrainer's.
 * The head starts at zero, not at N(0, 1/√(D+1)): the first batch's loss is then exactly ln 2, which every run checks.
 */
import { adamwDefaults } from '../engine/nn/adamw.ts';
import type { ModelConfig } from '../engine/nn/config.ts';
import { llamaLayout, transferParams } from '../engine/nn/paramLayout.ts';
import { cosineRate } from '../engine/nn/schedule.ts';
import type { Executor } from '../engine/runtime/executor.ts';
import { type TrainState, createTrainStep } from '../engine/runtime/trainStep.ts';
import { exactExp, exactLog } from '../engine/tensor/exactMath.ts';
import { deriveSeed } from '../engine/tensor/random.ts';
import { CheckError, InvalidInputError } from '../errors.ts';
import { createCompletionScorer } from './completionLogprobs.ts';
import { mean, variance } from './numerics.ts';
import {
  type Pair,
  type PairBatch,
  type TokenizedPreference,
  pairColumn,
  pairFeeds,
  pairRows,
  planPairs,
} from './pairBatches.ts';
import { pairTerms } from './pairTerms.ts';
import { pairPassShape } from './passShapes.ts';
import type { Recipe, RecipeResume, RecipeStep, TokenizedExample } from './recipe.ts';
import { rewardLayout, rewardLoss, rewardScores } from './rewardGraph.ts';
import type { RewardModelSettings } from './rewardModelSettings.ts';
import { type JudgedText, type RewardModel, createRawScorer, judgedText, rewardFeeds } from './rewardScorer.ts';

/** Pairs of a batch that are looked at. */
const LOOKED_AT = 4;

export interface RewardModelOptions {
  readonly executor: Executor;
  readonly config: ModelConfig;
  /** The policy the reward model starts from, and the frozen reference: flat, llamaLayout order. Copied. */
  readonly params: Float32Array;
  readonly reference: Float32Array;
  readonly train: readonly TokenizedPreference[];
  readonly heldout: readonly TokenizedPreference[];
  /** Trained on after all others, at a third of the peak rate: few labels that must count. */
  readonly last?: { readonly pairs: readonly TokenizedPreference[]; readonly epochs: number };
  readonly settings: RewardModelSettings;
  readonly seed: number;
  /** Goes on there, on the same pairs, instead of starting from `params`. */
  readonly resume?: RecipeResume;
}

/** What the model says of one held-out pair: P(chosen is better) = σ(score(chosen) − score(rejected)). */
export interface PairPrediction {
  /** Index into the held-out pairs handed in. */
  readonly index: number;
  readonly probability: number;
  readonly isTie: boolean;
  readonly group: string;
}

/** Raw scores of a text before and after a step. */
export interface LookedScore {
  readonly before: number;
  readonly after: number;
}

/** A pair of the batch just trained on. */
export interface LookedScores {
  readonly preference: TokenizedPreference;
  readonly chosen: LookedScore;
  readonly rejected: LookedScore;
}

export interface RewardModelStep extends RecipeStep {
  /** While watched, and with every evaluation. */
  readonly looked?: readonly LookedScores[];
  /** With every evaluation. */
  readonly predictions?: readonly PairPrediction[];
  /** After this step come the `last` pairs. */
  readonly isBeforeLast?: boolean;
  /** On steps of the `last` pairs: the first of these steps. */
  readonly lastFrom?: number;
}

export interface RewardModelRun {
  /** One optimizer step a pull; the first pull of a fresh run is step 0, the held-out figures before training. Call once. */
  steps(): Recipe<RewardModelStep>;
  /** While watched every step says what became of its pairs' scores, which costs two passes more. Changes no number. */
  watch(isWatched: boolean): void;
  /** The model as it is now, normalised on the training completions. */
  model(): Promise<RewardModel>;
  /** A copy of weights and moments as they are now: what RecipeResume takes. */
  state(): Promise<TrainState>;
  dispose(): Promise<void>;
}

interface JudgedPair extends Pair<JudgedText> {
  /** In units of the score, times marginScale. */
  readonly margin: number;
  readonly group: string;
  readonly preference: TokenizedPreference;
}

/** @throws InvalidInputError for no pairs, or a text longer than a row · DeviceError, OutOfMemoryError */
export async function createRewardModel(options: RewardModelOptions): Promise<RewardModelRun> {
  const { executor, config, settings, seed, resume } = options;
  const { head } = settings;
  const usable = (pairs: readonly TokenizedPreference[]) => pairs.filter(({ isTie }) => !(isTie && settings.dropTies));
  const layout = rewardLayout(config, head);
  const shape = pairPassShape(settings);
  const reference = options.reference.slice();
  const { pairs: lastPairs, epochs: lastEpochs } = options.last ?? { pairs: [], epochs: 0 };
  const [train, heldout, last] = await withFeatures([usable(options.train), options.heldout, usable(lastPairs)]);
  if (train!.length + last!.length === 0) {
    throw new InvalidInputError('There are no pairs to learn from: label some, or keep ties (dropTies false).');
  }
  const mainBatches = planPairs(train!, shape, settings.epochs, deriveSeed(seed, 'pairs'));
  const batches = [...mainBatches, ...planPairs(last!, shape, lastEpochs, deriveSeed(seed, 'last pairs'))];
  const trainStep = await createTrainStep({
    executor,
    name: 'reward_model',
    layout,
    buildLoss: (graph, bound) => rewardLoss(pairTerms(graph, shape), rewardScores(graph, config, bound, shape, head)),
    optimizer: { ...adamwDefaults, weightDecay: settings.weightDecay },
    initial: resume?.train ?? { params: transferParams(llamaLayout(config), options.params, layout) },
  });
  const scorer = await createRawScorer(executor, config, head, shape);

  /** Reference log-probs of every text, for the head that reads them. */
  async function withFeatures(lists: readonly (readonly TokenizedPreference[])[]): Promise<JudgedPair[][]> {
    const texts = lists.flat().flatMap(({ promptIds, chosenIds, rejectedIds }): TokenizedExample[] => [
      { promptIds, completionIds: chosenIds },
      { promptIds, completionIds: rejectedIds },
    ]);
    const logprobs = head === 'meanPooled' && texts.length > 0 ? await referenceLogprobs(texts) : texts.map(() => []);
    let next = 0;
    const judge = (): JudgedText => judgedText(texts[next]!, logprobs[next++]!, config.padId);
    return lists.map((list) =>
      list.map((preference) => {
        const { isTie = false, margin = 0, group = '', probability } = preference;
        return {
          chosen: judge(),
          rejected: judge(),
          isTie,
          probability,
          margin: margin * settings.marginScale,
          group,
          preference,
        };
      }),
    );
  }

  async function referenceLogprobs(texts: readonly TokenizedExample[]): Promise<ArrayLike<number>[]> {
    const features = await createCompletionScorer(executor, config, shape);
    try {
      return await features.logprobs(reference, texts);
    } finally {
      await features.dispose();
    }
  }

  let isWatched = false;

  /** Raw scores of the first pairs of a batch, chosen and rejected in turn, as the model is now. */
  function look(batch: PairBatch<JudgedPair>): Promise<number[]> {
    const texts = batch.pairs.slice(0, LOOKED_AT).flatMap(({ chosen, rejected }) => [chosen, rejected]);
    return scorer.score(trainStep.paramFeeds(), texts);
  }

  const feedsOf = (batch: PairBatch<JudgedPair>) => ({
    ...rewardFeeds(batch.plan, pairRows(batch), shape, head, config.padId),
    ...pairFeeds(batch.pairs, shape),
    margins: pairColumn(batch.pairs, shape, ({ isTie, margin }) => (isTie ? 0 : margin)),
  });

  async function evaluate(): Promise<{ metrics: Record<string, number>; predictions: PairPrediction[] }> {
    const scores = await scorer.score(
      trainStep.paramFeeds(),
      heldout!.flatMap(({ chosen, rejected }) => [chosen, rejected]),
    );
    const predictions = heldout!.map(({ isTie, group }, index) => {
      const difference = scores[2 * index]! - scores[2 * index + 1]!;
      return { index, isTie, group, probability: 1 / (1 + exactExp(-difference)) };
    });
    return { metrics: heldoutMetrics(predictions), predictions };
  }

  const schedule = {
    peak: settings.learningRate,
    totalSteps: mainBatches.length,
    warmupSteps: Math.round(settings.warmupFraction * mainBatches.length),
    finalFraction: settings.minLearningRateFraction,
  };

  async function* steps(): Recipe<RewardModelStep> {
    const totalSteps = batches.length;
    const hasHeldout = heldout!.length > 0;
    const done = resume?.step ?? 0;
    if (hasHeldout && !resume) yield { step: 0, totalSteps, ...(await evaluate()) };
    for (const [index, batch] of batches.slice(done).entries()) {
      const step = done + index + 1;
      const isLast = step > mainBatches.length;
      const learningRate = isLast ? settings.learningRate / 3 : cosineRate(schedule, step);
      const isEvaluated =
        hasHeldout && (step % settings.evalEvery === 0 || step === mainBatches.length || step === totalSteps);
      const before = isWatched || isEvaluated ? await look(batch) : null;
      const { loss, gradNorm, metrics } = await trainStep.step(feedsOf(batch), learningRate);
      if (step === 1) checkFirstLoss(loss, batch.pairs);
      const after = before && (await look(batch));
      const evaluation = isEvaluated ? await evaluate() : undefined;
      yield {
        step,
        totalSteps,
        metrics: { loss, ...metrics, grad_norm: gradNorm, learning_rate: learningRate, ...evaluation?.metrics },
        ...(evaluation ? { predictions: evaluation.predictions } : {}),
        ...(before && after ? { looked: lookedScores(batch.pairs, before, after) } : {}),
        ...(step === mainBatches.length && step < totalSteps ? { isBeforeLast: true } : {}),
        ...(isLast ? { lastFrom: mainBatches.length + 1 } : {}),
      };
    }
  }

  return {
    steps,
    async model() {
      const { params } = await trainStep.state();
      const sample = [...train!, ...last!].slice(0, 256).flatMap(({ chosen, rejected }) => [chosen, rejected]);
      const scores = await scorer.score(trainStep.paramFeeds(), sample);
      return { head, params, reference, mean: mean(scores), sd: Math.max(1e-6, Math.sqrt(variance(scores))) };
    },
    watch: (watched) => (isWatched = watched),
    state: () => trainStep.state(),
    async dispose() {
      await Promise.all([trainStep.dispose(), scorer.dispose()]);
    },
  };
}

/** @param before @param after of chosen and rejected texts in turn, of the first pairs */
function lookedScores(
  pairs: readonly JudgedPair[],
  before: readonly number[],
  after: readonly number[],
): LookedScores[] {
  const at = (place: number): LookedScore => ({ before: before[place]!, after: after[place]! });
  return pairs
    .slice(0, LOOKED_AT)
    .map(({ preference }, i) => ({ preference, chosen: at(2 * i), rejected: at(2 * i + 1) }));
}

/** Loss and accuracy over held-out pairs, and accuracy by labeler; ties count in the loss alone. */
export function heldoutMetrics(predictions: readonly PairPrediction[]): Record<string, number> {
  const untied = predictions.filter(({ isTie }) => !isTie);
  // Equal scores are half right.
  const accuracy = (list: readonly PairPrediction[]) =>
    mean(list.map(({ probability }) => (Math.sign(probability - 0.5) + 1) / 2));
  const groups = [...new Set(untied.map(({ group }) => group))].filter((group) => group !== '');
  const losses = predictions.map(({ probability: p, isTie }) => (isTie ? -0.5 * exactLog(p * (1 - p)) : -exactLog(p)));
  return {
    'eval/loss': mean(losses),
    ...(untied.length > 0 ? { 'eval/accuracy': accuracy(untied) } : {}),
    ...Object.fromEntries(
      groups.map((group) => [`eval/accuracy/${group}`, accuracy(untied.filter((one) => one.group === group))]),
    ),
  };
}

/** A head of zeros finds both equally good, so that the loss is ln 2 unless a margin was asked for. */
export function checkFirstLoss(loss: number, pairs: readonly { readonly margin: number }[]): void {
  if (pairs.some(({ margin }) => margin !== 0)) return;
  if (Math.abs(loss - Math.LN2) > 1e-4) {
    throw new CheckError(`the reward model's first loss is ${loss}; ln 2 = 0.6931 was expected`);
  }
}
