/**
 * A world so small that every completion can be listed (3-rlhf-reference.md §3.5): expected reward, KL and the optimum
 * π* ∝ ref·exp(r/β), of value β·log Z, are then exact, and every recipe can be held against them.
 */
import type { ModelConfig } from '../engine/nn/config.ts';
import type { Executor } from '../engine/runtime/executor.ts';
import { createCompletionScorer } from '../rlhf/completionLogprobs.ts';
import { sum } from '../rlhf/numerics.ts';
import type { TokenizedExample } from '../rlhf/recipe.ts';

/** Eight symbols: EOS, pad and six letters. */
export const exactConfig: ModelConfig = {
  vocabSize: 8,
  width: 32,
  layers: 1,
  heads: 2,
  mlpWidth: 48,
  contextLength: 8,
  ropeTheta: 10000,
  normEps: 1e-5,
  eosId: 0,
  padId: 1,
};

/** C */
export const maxNewTokens = 4;
export const exactPrompt: readonly number[] = [2];

/** Every completion of up to C tokens: it ends with EOS, or is cut at C. 7⁰ + 7¹ + 7² + 7³ + 7⁴ = 2,801 of them. */
export function everyCompletion(): TokenizedExample[] {
  const { vocabSize, eosId } = exactConfig;
  const grow = (prefix: readonly number[]): number[][] =>
    Array.from({ length: vocabSize }, (_, token) => [...prefix, token]).flatMap((ids) =>
      ids.at(-1) === eosId || ids.length === maxNewTokens ? [ids] : grow(ids),
    );
  return grow([]).map((completionIds) => ({ promptIds: exactPrompt, completionIds }));
}

/** log π(y) of every completion, nats. */
export async function exactLogprobs(
  executor: Executor,
  params: Float32Array,
  completions: readonly TokenizedExample[],
): Promise<number[]> {
  const shape = { batch: 64, length: exactConfig.contextLength, slots: 64 * exactConfig.contextLength };
  const scorer = await createCompletionScorer(executor, exactConfig, params, shape);
  const logprobs = (await scorer.logprobs(completions)).map(sum);
  await scorer.dispose();
  return logprobs;
}

/** Letters 3 and 5 are liked, 4 isn't; a 3 right before a 5 earns extra, an end earns most. */
export function rewardOf({ completionIds }: TokenizedExample): number {
  const taste: Readonly<Record<number, number>> = { 3: 0.5, 4: -0.5, 5: 0.3 };
  const letters = sum(completionIds.map((id) => taste[id] ?? 0));
  const pairs = completionIds.filter((id, t) => id === 3 && completionIds[t + 1] === 5).length;
  return letters + 0.5 * pairs + (completionIds.at(-1) === exactConfig.eosId ? 1 : 0);
}

export interface ExactValues {
  /** Σ π(y) = 1 when nothing was forgotten. */
  readonly totalProbability: number;
  readonly expectedReward: number;
  /** KL(π ‖ ref), nats a completion. */
  readonly kl: number;
}

export function exactValues(
  completions: readonly TokenizedExample[],
  logprobs: readonly number[],
  refLogprobs: readonly number[],
): ExactValues {
  const weights = logprobs.map(Math.exp);
  return {
    totalProbability: sum(weights),
    expectedReward: sum(weights.map((weight, i) => weight * rewardOf(completions[i]!))),
    kl: sum(weights.map((weight, i) => weight * (logprobs[i]! - refLogprobs[i]!))),
  };
}

/** β·log Σ ref(y)·exp(r(y)/β): what no policy can exceed in E[r] − β·KL. */
export function optimum(
  completions: readonly TokenizedExample[],
  refLogprobs: readonly number[],
  beta: number,
): number {
  const z = sum(completions.map((one, i) => Math.exp(refLogprobs[i]! + rewardOf(one) / beta)));
  return beta * Math.log(z);
}
