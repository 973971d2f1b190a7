/**
 * Supervised fine-tuning: maximise the log-likelihood of demonstrations given their prompts.
 *   L(θ) = − Σ_t completionMask_t · log π_θ(y_t | x, y_<t) / Σ_t completionMask_t  +  pretrainingCoef · L_pretraining(θ)
 * Ouyang et al. 2022 (InstructGPT), §3.5; prompt tokens are masked. The second term, against forgetting, is the same mean
 * over documents of the pre-training text that a few rows of each batch hold (their eq. 2 has it in RL). Warm-up, then
 * cosine; AdamW. It doesn't choose data, sample or judge. Metric names are TRL's SFTTrainer's.
 */
import { adamwDefaults } from '../engine/nn/adamw.ts';
import type { ModelConfig } from '../engine/nn/config.ts';
import { lmFeeds, lmLoss } from '../engine/nn/languageModel.ts';
import type { PackedShape } from '../engine/nn/packed.ts';
import { llamaLayout } from '../engine/nn/paramLayout.ts';
import { cosineRate } from '../engine/nn/schedule.ts';
import type { Executor } from '../engine/runtime/executor.ts';
import { createLossProgram } from '../engine/runtime/lossProgram.ts';
import { type TrainState, createTrainStep } from '../engine/runtime/trainStep.ts';
import { deriveSeed } from '../engine/tensor/random.ts';
import {
  type BatchPlan,
  type PackingOptions,
  countSlots,
  countTargets,
  countTokens,
  layOutBatch,
  planBatches,
  planOnce,
} from './packing.ts';
import { type CompletionScorer, createCompletionScorer } from './completionLogprobs.ts';
import type { Recipe, RecipeResume, RecipeStep, TokenizedExample } from './recipe.ts';
import { mixedFeeds, mixedLoss } from './sftMixture.ts';
import type { SftSettings } from './sftSettings.ts';
import { largest } from './numerics.ts';

export interface SftOptions {
  readonly executor: Executor;
  readonly config: ModelConfig;
  /** Flat, in ParamLayout order. Copied. */
  readonly params: Float32Array;
  readonly train: readonly TokenizedExample[];
  readonly heldout: readonly TokenizedExample[];
  /** Pre-training documents, as completions of their first token; missing or empty: demonstrations alone. */
  readonly documents?: readonly TokenizedExample[];
  readonly settings: SftSettings;
  readonly seed: number;
  /** Goes on there, instead of starting from `params`. */
  readonly resume?: RecipeResume;
}

/** A demonstration of the batch just trained on: log π of its completion's tokens before and after the step, (C) each, nats. */
export interface LookedExample {
  readonly example: TokenizedExample;
  readonly before: Float32Array;
  readonly after: Float32Array;
}

export interface SftStep extends RecipeStep {
  /** The first row of the batch, example after example: while watched, and with every evaluation. */
  readonly looked?: readonly LookedExample[];
}

export interface SftRun {
  /** One optimizer step a pull; the first pull of a fresh run is step 0, the held-out loss before training. Call once. */
  steps(): Recipe<SftStep>;
  /** While watched every step says what became of its first row, which costs two small passes more. Changes no number. */
  watch(isWatched: boolean): void;
  /** A copy of weights and moments as they are now: what RecipeResume takes. */
  state(): Promise<TrainState>;
  dispose(): Promise<void>;
}

/** @throws InvalidInputError when an example doesn't fit a row · DeviceError, OutOfMemoryError from the executor */
export async function createSft({
  executor,
  config,
  params,
  train,
  heldout,
  documents = [],
  settings,
  seed,
  resume,
}: SftOptions): Promise<SftRun> {
  const packing: PackingOptions = { ...settings, padId: config.padId };
  const documentRows = documents.length > 0 ? Math.round(settings.pretrainingShare * settings.batchSize) : 0;
  const plans = planMixed(train, documents, documentRows, packing, settings.steps, seed);
  const heldoutPlans = heldout.length > 0 ? planOnce(heldout, packing) : [];
  const shape: PackedShape = {
    batch: settings.batchSize,
    length: settings.sequenceLength,
    slots: slotsFor([...plans, ...heldoutPlans], settings.batchSize * settings.sequenceLength),
  };
  const layout = llamaLayout(config);
  const trainStep = await createTrainStep({
    executor,
    name: 'sft',
    layout,
    buildLoss: (graph, bound) =>
      documentRows > 0 ? mixedLoss(graph, config, bound, shape) : lmLoss(graph, config, bound, shape),
    optimizer: { ...adamwDefaults, weightDecay: settings.weightDecay },
    initial: resume?.train ?? { params },
  });
  const evaluation =
    heldoutPlans.length > 0
      ? await createLossProgram(executor, 'sft_heldout', layout, (graph, bound) => lmLoss(graph, config, bound, shape))
      : undefined;
  let isWatched = false;
  let scorer: CompletionScorer | null = null;
  const feedsOf = (plan: BatchPlan) => lmFeeds(layOutBatch(plan, shape, config.padId), shape);
  const trainingFeeds = (plan: BatchPlan) =>
    documentRows > 0 ? mixedFeeds(plan, documentRows, settings.pretrainingCoef, shape, config.padId) : feedsOf(plan);

  /** Mean over all held-out completion tokens, nats a token. */
  async function heldoutLoss(): Promise<number> {
    let total = 0;
    let count = 0;
    for (const plan of heldoutPlans) {
      const { loss } = await evaluation!.run({ ...trainStep.paramFeeds(), ...feedsOf(plan) });
      total += loss * countTargets(plan);
      count += countTargets(plan);
    }
    return total / count;
  }

  /** log π of a row's completions, as the policy is now. The program is opened when first asked for. */
  async function look(row: readonly TokenizedExample[]): Promise<Float32Array[]> {
    const { sequenceLength: length } = settings;
    scorer ??= await createCompletionScorer(executor, config, { batch: 1, length, slots: length });
    return scorer.logprobs(trainStep.paramFeeds(), row);
  }

  const schedule = {
    peak: settings.learningRate,
    totalSteps: settings.steps,
    warmupSteps: Math.round(settings.warmupFraction * settings.steps),
    finalFraction: settings.minLearningRateFraction,
  };
  const isEvaluated = (step: number) =>
    evaluation !== undefined && (step % settings.evalEvery === 0 || step === settings.steps);

  async function* steps(): Recipe<SftStep> {
    const totalSteps = settings.steps;
    const done = resume?.step ?? 0;
    if (evaluation && !resume) yield { step: 0, totalSteps, metrics: { 'eval/loss': await heldoutLoss() } };
    let tokensSeen = plans.slice(0, done).reduce((sum, plan) => sum + countTokens(plan), 0);
    for (const [index, plan] of plans.slice(done).entries()) {
      const step = done + index + 1;
      const learningRate = cosineRate(schedule, step);
      const [row = []] = plan;
      const before = isWatched || isEvaluated(step) ? await look(row) : null;
      const { loss: total, gradNorm, metrics } = await trainStep.step(trainingFeeds(plan), learningRate);
      const { demonstration_loss: loss = total, ...more } = metrics;
      tokensSeen += countTokens(plan);
      const after = before && (await look(row));
      yield {
        step,
        totalSteps,
        metrics: {
          loss,
          ...more,
          grad_norm: gradNorm,
          learning_rate: learningRate,
          num_tokens: tokensSeen,
          ...(isEvaluated(step) ? { 'eval/loss': await heldoutLoss() } : {}),
        },
        ...(before && after
          ? { looked: row.map((example, i) => ({ example, before: before[i]!, after: after[i]! })) }
          : {}),
      };
    }
  }

  return {
    steps,
    watch: (watched) => (isWatched = watched),
    state: () => trainStep.state(),
    async dispose() {
      await scorer?.dispose();
      await trainStep.dispose();
      await evaluation?.dispose();
    },
  };
}

/** @returns batches whose last `documentRows` rows hold documents, the others demonstrations */
function planMixed(
  train: readonly TokenizedExample[],
  documents: readonly TokenizedExample[],
  documentRows: number,
  packing: PackingOptions,
  batches: number,
  seed: number,
): BatchPlan[] {
  const ofDemonstrations = { ...packing, batchSize: packing.batchSize - documentRows };
  const plans = planBatches(train, ofDemonstrations, batches, seed);
  if (documentRows === 0) return plans;
  const ofDocuments = { ...packing, batchSize: documentRows, packing: true };
  const more = planBatches(documents, ofDocuments, batches, deriveSeed(seed, 'documents'));
  return plans.map((plan, i) => [...plan, ...more[i]!]);
}

/** Enough places for the fullest batch, in multiples of 64. */
function slotsFor(plans: readonly BatchPlan[], rows: number): number {
  const fullest = largest(plans.map(countSlots));
  return Math.min(rows, Math.ceil(fullest / 64) * 64);
}
