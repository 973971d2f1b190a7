/**
 * Direct preference optimization: a policy learns from pairs without a reward model in between (dpoGraph.ts has the loss).
 * Rafailov et al. 2023; ties as soft labels. It doesn't draw pairs and doesn't know who judged them. Metric names are TRL's
 * DPOTrainer's. Before the first step policy and reference are one, so that every reward is 0 and the loss ln 2: every run
 * checks it.
 */
import { adamwDefaults } from '../engine/nn/adamw.ts';
import type { ModelConfig } from '../engine/nn/config.ts';
import { lmFeeds } from '../engine/nn/languageModel.ts';
import { llamaLayout } from '../engine/nn/paramLayout.ts';
import { cosineRate } from '../engine/nn/schedule.ts';
import type { Executor, Feeds } from '../engine/runtime/executor.ts';
import { createLossProgram } from '../engine/runtime/lossProgram.ts';
import { type TrainState, createTrainStep } from '../engine/runtime/trainStep.ts';
import { f32 } from '../engine/tensor/hostTensor.ts';
import { deriveSeed } from '../engine/tensor/random.ts';
import { CheckError, InvalidInputError } from '../errors.ts';
import { createCompletionScorer } from './completionLogprobs.ts';
import { dpoLoss, preferenceLosses } from './dpoGraph.ts';
import type { DpoSettings } from './dpoSettings.ts';
import { sum } from './numerics.ts';
import { layOutBatch } from './packing.ts';
import {
  type Pair,
  type PairBatch,
  type TokenizedPreference,
  pairColumn,
  pairFeeds,
  pairRows,
  planPairs,
} from './pairBatches.ts';
import { pairPassShape } from './passShapes.ts';
import type { Recipe, RecipeResume, RecipeStep, TokenizedExample } from './recipe.ts';
import { poolMatrix, sumWeights } from './sequencePool.ts';

/** Pairs of a batch that are looked at. */
const LOOKED_AT = 4;

export interface DpoOptions {
  readonly executor: Executor;
  readonly config: ModelConfig;
  /** The policy's start and the frozen reference, flat in llamaLayout order. Copied. */
  readonly params: Float32Array;
  readonly reference: Float32Array;
  readonly train: readonly TokenizedPreference[];
  /** Never trained on. */
  readonly heldout: readonly TokenizedPreference[];
  /** Trained on after all others, at a third of the peak rate: few labels that must count. */
  readonly last?: { readonly pairs: readonly TokenizedPreference[]; readonly epochs: number };
  readonly settings: DpoSettings;
  readonly seed: number;
  /** Goes on there, on the same pairs, instead of starting from `params`. */
  readonly resume?: RecipeResume;
}

/** log π of a completion's tokens, (C) each, nats. */
export interface LookedText {
  readonly reference: Float32Array;
  readonly before: Float32Array;
  readonly after: Float32Array;
}

/** A pair of the batch just trained on, before and after the step. */
export interface LookedPair {
  readonly preference: TokenizedPreference;
  readonly chosen: LookedText;
  readonly rejected: LookedText;
}

export interface DpoStep extends RecipeStep {
  /** While watched, and with every evaluation. */
  readonly looked?: readonly LookedPair[];
  /** On steps of the `last` pairs: the first of these steps. */
  readonly lastFrom?: number;
}

export interface DpoRun {
  /** One optimizer step a pull; the first pull of a fresh run is step 0, the held-out figures before training. Call once. */
  steps(): Recipe<DpoStep>;
  /** While watched every step says what became of its pairs, which costs two passes more. Changes no number. */
  watch(isWatched: boolean): void;
  /** A copy of the policy's parameters, flat in llamaLayout order. */
  params(): Promise<Float32Array>;
  /** A copy of weights and moments as they are now: what RecipeResume takes. */
  state(): Promise<TrainState>;
  dispose(): Promise<void>;
}

interface ReferredText extends TokenizedExample {
  readonly refLogprobs: Float32Array;
}

interface ReferredPair extends Pair<ReferredText> {
  readonly preference: TokenizedPreference;
}

/** @throws InvalidInputError for no pairs, or a text longer than a row · DeviceError, OutOfMemoryError */
export async function createDpo(options: DpoOptions): Promise<DpoRun> {
  const { executor, config, settings, seed, resume } = options;
  const layout = llamaLayout(config);
  const shape = pairPassShape(settings);
  const { hasReference, isMean } = preferenceLosses[settings.loss];
  const scorer = await createCompletionScorer(executor, config, shape);
  const { pairs: lastPairs, epochs: lastEpochs } = options.last ?? { pairs: [], epochs: 0 };
  const usable = (pairs: readonly TokenizedPreference[]) => pairs.filter(({ isTie }) => !(isTie && settings.dropTies));
  const [train, heldout, last] = await refer([usable(options.train), usable(options.heldout), usable(lastPairs)]);
  if (train!.length + last!.length === 0) {
    throw new InvalidInputError('There are no pairs to learn from: label some, or keep ties (dropTies false).');
  }
  const mainBatches = planPairs(train!, shape, settings.epochs, deriveSeed(seed, 'pairs'));
  const batches = [...mainBatches, ...planPairs(last!, shape, lastEpochs, deriveSeed(seed, 'last pairs'))];
  const heldoutBatches = planPairs(heldout!, shape, 1, deriveSeed(seed, 'held-out pairs'));
  const trainStep = await createTrainStep({
    executor,
    name: 'dpo',
    layout,
    buildLoss: (graph, policy) => dpoLoss(graph, config, policy, shape, settings),
    optimizer: { ...adamwDefaults, epsilon: settings.adamEpsilon, weightDecay: settings.weightDecay },
    initial: resume?.train ?? { params: options.params },
  });
  const evaluation = await createLossProgram(executor, 'dpo_heldout', layout, (graph, policy) =>
    dpoLoss(graph, config, policy, shape, settings),
  );
  const startsAtReference = options.params.every((value, i) => value === options.reference[i]);
  let isWatched = false;

  /** The reference's log-probs of every text; they never change. */
  async function refer(lists: readonly (readonly TokenizedPreference[])[]): Promise<ReferredPair[][]> {
    const texts = lists.flat().flatMap(textsOf);
    const logprobs = await scorer.logprobs(options.reference.slice(), texts);
    let next = 0;
    const text = (): ReferredText => ({ ...texts[next]!, refLogprobs: logprobs[next++]! });
    return lists.map((list) =>
      list.map((preference) => ({
        chosen: text(),
        rejected: text(),
        isTie: preference.isTie ?? false,
        probability: preference.probability,
        preference,
      })),
    );
  }

  const weightsOf = (text: TokenizedExample): number[] => {
    const weights = sumWeights(text);
    return isMean ? weights.map((weight) => weight / sum(weights)) : weights;
  };

  function feedsOf(batch: PairBatch<ReferredPair>): Feeds {
    const rowOf = pairRows(batch);
    const reference = new Float32Array(shape.sequences);
    if (hasReference) {
      for (const text of batch.pairs.flatMap(({ chosen, rejected }) => [chosen, rejected])) {
        reference[rowOf(text, 0)] = sum(weightsOf(text).map((weight, t) => weight * text.refLogprobs[t]!));
      }
    }
    return {
      ...lmFeeds(layOutBatch(batch.plan, shape, config.padId), shape),
      ...pairFeeds(batch.pairs, shape),
      pool: poolMatrix(batch.plan, shape, rowOf, weightsOf),
      reference: f32(reference, [shape.sequences, 1]),
      perToken: pairColumn(batch.pairs, shape, ({ chosen }) => (isMean ? 1 : 1 / sum(sumWeights(chosen)))),
    };
  }

  /** Means over all held-out pairs. */
  async function evaluate(): Promise<Record<string, number>> {
    const totals = { loss: 0, accuracy: 0, margin: 0 };
    for (const batch of heldoutBatches) {
      const { loss, metrics } = await evaluation.run({ ...trainStep.paramFeeds(), ...feedsOf(batch) });
      const share = batch.pairs.length / heldout!.length;
      totals.loss += loss * share;
      totals.accuracy += metrics['accuracy']! * share;
      totals.margin += metrics['margin']! * share;
    }
    return {
      'eval/loss': totals.loss,
      'eval/rewards/accuracies': totals.accuracy,
      'eval/rewards/margins': totals.margin,
    };
  }

  /** log π of the first pairs of a batch, chosen and rejected in turn, as the policy is now. */
  function look(batch: PairBatch<ReferredPair>): Promise<Float32Array[]> {
    const texts = batch.pairs.slice(0, LOOKED_AT).flatMap(({ chosen, rejected }) => [chosen, rejected]);
    return scorer.logprobs(trainStep.paramFeeds(), texts);
  }

  const schedule = {
    peak: settings.learningRate,
    totalSteps: mainBatches.length,
    warmupSteps: Math.round(settings.warmupFraction * mainBatches.length),
    finalFraction: settings.minLearningRateFraction,
  };

  async function* steps(): Recipe<DpoStep> {
    const totalSteps = batches.length;
    const done = resume?.step ?? 0;
    const hasHeldout = heldoutBatches.length > 0;
    if (hasHeldout && !resume) yield { step: 0, totalSteps, metrics: await evaluate() };
    for (const [index, batch] of batches.slice(done).entries()) {
      const step = done + index + 1;
      const learningRate = step > mainBatches.length ? settings.learningRate / 3 : cosineRate(schedule, step);
      const isEvaluated = step % settings.evalEvery === 0 || step === mainBatches.length || step === totalSteps;
      const before = isWatched || isEvaluated ? await look(batch) : null;
      const { loss, gradNorm, metrics } = await trainStep.step(feedsOf(batch), learningRate);
      if (step === 1 && startsAtReference) checkFirstLoss(metrics['margin']!, loss, batch.pairs, settings);
      yield {
        step,
        totalSteps,
        metrics: {
          loss,
          ...named(metrics),
          grad_norm: gradNorm,
          learning_rate: learningRate,
          ...(isEvaluated && hasHeldout ? await evaluate() : {}),
        },
        ...(before ? { looked: lookedPairs(batch.pairs, before, await look(batch)) } : {}),
        ...(step > mainBatches.length ? { lastFrom: mainBatches.length + 1 } : {}),
      };
    }
  }

  return {
    steps,
    watch: (watched) => (isWatched = watched),
    params: async () => (await trainStep.state()).params,
    state: () => trainStep.state(),
    async dispose() {
      await Promise.all([trainStep.dispose(), evaluation.dispose(), scorer.dispose()]);
    },
  };
}

function textsOf({ promptIds, chosenIds, rejectedIds }: TokenizedPreference): TokenizedExample[] {
  return [
    { promptIds, completionIds: chosenIds },
    { promptIds, completionIds: rejectedIds },
  ];
}

/** The metrics of dpoLoss under TRL's names. */
function named(metrics: Readonly<Record<string, number>>): Record<string, number> {
  const { chosenReward, rejectedReward, margin, accuracy, chosenLogprob, rejectedLogprob, nll } = metrics;
  return {
    'rewards/chosen': chosenReward!,
    'rewards/rejected': rejectedReward!,
    'rewards/margins': margin!,
    'rewards/accuracies': accuracy!,
    'logps/chosen': chosenLogprob!,
    'logps/rejected': rejectedLogprob!,
    ...(nll === undefined ? {} : { nll_loss: nll }),
  };
}

/** @param before @param after of chosen and rejected texts in turn */
function lookedPairs(
  pairs: readonly ReferredPair[],
  before: readonly Float32Array[],
  after: readonly Float32Array[],
): LookedPair[] {
  return pairs.slice(0, before.length / 2).map(({ chosen, rejected, preference }, i) => ({
    preference,
    chosen: { reference: chosen.refLogprobs, before: before[2 * i]!, after: after[2 * i]! },
    rejected: { reference: rejected.refLogprobs, before: before[2 * i + 1]!, after: after[2 * i + 1]! },
  }));
}

/** A policy that still is its reference finds both texts of a pair worth 0. @throws CheckError where it doesn't */
export function checkFirstLoss(
  margin: number,
  loss: number,
  pairs: readonly Pick<Pair, 'isTie' | 'probability'>[],
  settings: DpoSettings,
): void {
  const expected = preferenceLosses[settings.loss].first(settings);
  const isSure = pairs.every(({ isTie, probability = 1 }) => !isTie && probability === 1);
  if (expected === null || settings.nllWeight > 0 || (settings.loss !== 'sigmoid' && !isSure)) return;
  if (Math.abs(margin) > 1e-3 * settings.beta || Math.abs(loss / expected - 1) > 1e-3) {
    throw new CheckError(
      `DPO's first loss is ${loss} at a margin of ${margin}; ${expected} and 0 were expected, because policy and reference are the same`,
    );
  }
}
