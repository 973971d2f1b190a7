/**
 * A reference policy in the exact world, and what recipes that start from it come to: what PPO, RLOO and DPO are held
 * against. Made at the top of a test file: its executor opens before the file's tests and closes behind them.
 */
import { afterAll, beforeAll, expect } from 'vitest';
import { initParams } from '../engine/nn/paramLayout.ts';
import type { Executor } from '../engine/runtime/executor.ts';
import { openNative } from '../engine/runtime/native.ts';
import type { TokenizedExample } from '../rlhf/recipe.ts';
import { everyCompletion, exactConfig, exactLogprobs, exactValues, type ExactValues, optimum } from './exactWorld.ts';

/** Weights large enough that a policy tells the prompts apart and has habits of its own to be kept. */
export function strongParams(seed: number): Float32Array {
  return initParams(exactConfig, seed).map((x) => (x === 1 ? x : 4 * x));
}

/** What is judged otherwise: other completions, another temperature. */
interface Variant {
  readonly completions?: readonly TokenizedExample[];
  readonly temperature?: number;
}

export interface ExactJudgement extends ExactValues {
  /** Of the completions judged, nats. */
  readonly logprobs: readonly number[];
  /** Expected reward of the reference. */
  readonly start: number;
  /** What is gained of E[r] − β·KL over the reference, as a share of what can be gained. */
  readonly share: number;
}

export class ExactReference {
  readonly params = strongParams(7);
  readonly completions = everyCompletion();
  /** From beforeAll on, as `logprobs`. */
  executor!: Executor;
  /** log ref(y) of every completion, nats. */
  logprobs!: readonly number[];

  constructor() {
    beforeAll(async () => {
      this.executor = await openNative({ threads: 1 });
      this.logprobs = await exactLogprobs(this.executor, this.params, this.completions);
    });
    afterAll(() => this.executor.dispose());
  }

  async judge(params: Float32Array, beta: number, { completions, temperature }: Variant = {}): Promise<ExactJudgement> {
    const judged = completions ?? this.completions;
    const logprobsOf = (policy: Float32Array) => exactLogprobs(this.executor, policy, judged, temperature);
    const isUsual = completions === undefined && temperature === undefined;
    const refs = isUsual ? this.logprobs : await logprobsOf(this.params);
    const logprobs = await logprobsOf(params);
    const values = exactValues(judged, logprobs, refs);
    const start = exactValues(judged, refs, refs).expectedReward;
    const share = (values.expectedReward - beta * values.kl - start) / (optimum(judged, refs, beta) - start);
    return { ...values, logprobs, start, share };
  }
}

interface RunToEnd<Step> {
  steps(): AsyncIterable<Step>;
  params(): Promise<Float32Array>;
  dispose(): Promise<void>;
}

/** Runs a recipe to its end. @returns what it trained */
export async function trainedParams<Step>(
  run: RunToEnd<Step>,
  look: (step: Step) => void = () => undefined,
): Promise<Float32Array> {
  for await (const step of run.steps()) look(step);
  const params = await run.params();
  await run.dispose();
  return params;
}

/** 95 in 100 of what can be gained; more than all of it can't be, but for rounding. */
export function expectNearOptimum(share: number): void {
  expect(share).toBeGreaterThanOrEqual(0.95);
  expect(share).toBeLessThanOrEqual(1 + 1e-3);
}
