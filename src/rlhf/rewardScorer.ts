/**
 * A trained reward model at work: scores of completions, of every prefix of one, and the reference features it needs.
 * score(x, y) = (raw − mean) / sd, so that the completions it was trained on have mean 0 and sd 1 (after Stiennon et al. 2020,
 * §3.4, who scale on samples of the reference: ours are drawn hotter, and own data may be anybody's).
 */
import { Graph } from '../engine/autodiff/graph.ts';
import type { ModelConfig } from '../engine/nn/config.ts';
import { packedFeeds } from '../engine/nn/packed.ts';
import { bindParams } from '../engine/nn/paramLayout.ts';
import type { Executor, Feeds } from '../engine/runtime/executor.ts';
import { ParamFeeder, type ParamSource, bindingOf } from '../engine/runtime/paramFeeder.ts';
import { type HostTensor, f32 } from '../engine/tensor/hostTensor.ts';
import { createCompletionScorer } from './completionLogprobs.ts';
import { type SequencePlan, planEvenly, readWhole } from './minibatches.ts';
import { sum } from './numerics.ts';
import { layOutBatch } from './packing.ts';
import type { TokenizedExample } from './recipe.ts';
import { FEATURE_COUNT, rewardLayout, rewardScores } from './rewardGraph.ts';
import type { RewardHead } from './rewardModelSettings.ts';
import { type PooledShape, type RowOf, poolMatrix } from './sequencePool.ts';

/** Everything a trained reward model is. */
export interface RewardModel {
  readonly head: RewardHead;
  /** Flat, in rewardLayout order. */
  readonly params: Float32Array;
  /** The frozen policy whose log-probs are features: flat, llamaLayout order. Only read when mean-pooled. */
  readonly reference: Float32Array;
  /** Of raw scores on training completions. */
  readonly mean: number;
  readonly sd: number;
}

/** A completion read whole (readWhole), with the reference's log-probs of its tokens: (C), empty for the last-token head. */
export interface JudgedText extends TokenizedExample {
  readonly refLogprobs: ArrayLike<number>;
}

export function judgedText(example: TokenizedExample, refLogprobs: ArrayLike<number>, padId: number): JudgedText {
  return { ...readWhole(example, padId), refLogprobs };
}

/**
 * As large as hidden states are under Adam's equal steps; the rough scale of √D = 11 makes two features count beside 128
 * hidden numbers.
 */
const FEATURE_SCALE = { mean: 8, sum: 1 };

/** @param logprobs (n) of the completion so far */
export function featuresOf(logprobs: ArrayLike<number>): readonly [number, number] {
  const total = sum(logprobs);
  return [(FEATURE_SCALE.mean * total) / Math.max(1, logprobs.length), FEATURE_SCALE.sum * total];
}

/** (C): how a sequence's hidden states make one: the last alone, or all alike. */
function poolWeights(head: RewardHead, { completionIds }: JudgedText): number[] {
  const last = completionIds.length - 1;
  return completionIds.map((_, t) => (head === 'lastToken' ? Number(t === last) : 1 / completionIds.length));
}

/** The feeds of rewardScores. */
export function rewardFeeds(
  plan: SequencePlan<JudgedText>,
  rowOf: RowOf<JudgedText>,
  shape: PooledShape,
  head: RewardHead,
  padId: number,
): Feeds {
  const features = new Float32Array(shape.sequences * FEATURE_COUNT);
  plan.flat().forEach((text, index) => {
    features.set(featuresOf(text.refLogprobs), rowOf(text, index) * FEATURE_COUNT);
  });
  return {
    ...packedFeeds(layOutBatch(plan, shape, padId), shape),
    pool: poolMatrix(plan, shape, rowOf, (text) => poolWeights(head, text)),
    features: f32(features, [shape.sequences, FEATURE_COUNT]),
  };
}

export interface RawScorer {
  /** @returns raw scores, one a text */
  score(params: ParamSource, texts: readonly JudgedText[]): Promise<number[]>;
  dispose(): Promise<void>;
}

export async function createRawScorer(
  executor: Executor,
  config: ModelConfig,
  head: RewardHead,
  shape: PooledShape,
): Promise<RawScorer> {
  const layout = rewardLayout(config, head);
  const graph = new Graph();
  graph.output('scores', rewardScores(graph, config, bindParams(graph, layout, bindingOf(executor)), shape, head));
  const program = await executor.compile(graph, { name: 'reward_scores' });
  const feeder = new ParamFeeder(executor, layout);
  return {
    async score(params, texts) {
      const known = new Map<JudgedText, number>();
      for (const plan of planEvenly(texts, shape, Math.ceil(texts.length / shape.sequences))) {
        const feeds = rewardFeeds(plan, (_, index) => index, shape, head, config.padId);
        const { scores } = await program.run({ ...(await feeder.feeds(params)), ...feeds });
        plan.flat().forEach((text, index) => known.set(text, Number((scores as HostTensor).data[index])));
      }
      return texts.map((text) => known.get(text)!);
    },
    async dispose() {
      await program.dispose();
      feeder.dispose();
    },
  };
}

export interface RewardScorer {
  /** Normalised scores, one a completion. */
  score(completions: readonly TokenizedExample[]): Promise<number[]>;
  /** The score the completion would have if it ended after each of its tokens: (C). */
  scorePrefixes(completion: TokenizedExample): Promise<number[]>;
  dispose(): Promise<void>;
}

export async function createRewardScorer(
  executor: Executor,
  config: ModelConfig,
  model: RewardModel,
  shape: PooledShape,
): Promise<RewardScorer> {
  const raw = await createRawScorer(executor, config, model.head, shape);
  const reference = model.head === 'meanPooled' ? await createCompletionScorer(executor, config, shape) : undefined;
  async function score(completions: readonly TokenizedExample[]): Promise<number[]> {
    const refLogprobs = (await reference?.logprobs(model.reference, completions)) ?? completions.map(() => []);
    const texts = completions.map((one, i) => judgedText(one, refLogprobs[i]!, config.padId));
    return (await raw.score(model.params, texts)).map((value) => (value - model.mean) / model.sd);
  }
  return {
    score,
    scorePrefixes: ({ promptIds, completionIds }) =>
      score(completionIds.map((_, t) => ({ promptIds, completionIds: completionIds.slice(0, t + 1) }))),
    async dispose() {
      await raw.dispose();
      await reference?.dispose();
    },
  };
}
