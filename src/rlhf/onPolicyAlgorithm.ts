/**
 * What makes an on-policy algorithm itself. Everything else — prompts, draws, scores, KL penalty, minibatches, schedules,
 * live settings, resuming — is onPolicy.ts and the same for all.
 */
import type { Tensor } from '../engine/autodiff/graph.ts';
import type { PackedInputs } from '../engine/nn/packed.ts';
import type { BoundParams, ParamLayout } from '../engine/nn/paramLayout.ts';
import type { LossOutputs } from '../engine/runtime/lossProgram.ts';
import type { LiveSettings } from './onPolicySettings.ts';
import type { Rollout, Scored } from './onPolicyTypes.ts';
import type { Columns } from './packedPass.ts';
import type { PolicyTerms } from './policyTerms.ts';

/** Scalars of a minibatch that are averaged over an update and reported under TRL's names (onPolicyMetrics.ts). */
export type PolicyFigure = 'policyLoss' | 'clipFraction' | 'entropy' | 'ratio' | 'approxKl';

export interface PolicyLoss extends LossOutputs {
  readonly metrics: Readonly<Record<PolicyFigure, Tensor>> & Readonly<Record<string, Tensor>>;
}

/** @typeParam Read @typeParam Estimate names of the algorithm's own columns, as in onPolicyTypes.ts */
export interface OnPolicyAlgorithm<Read extends string, Estimate extends string> {
  /** Of its program, for messages and profiles. */
  readonly name: string;
  /** Of the trained parameters: the policy's, and those that the algorithm adds. */
  readonly layout: ParamLayout;
  /** What training starts from. @param policy llamaLayout order · @returns in `layout` order */
  initial(policy: Float32Array): Float32Array;
  /** Its own columns, (K, 1) each. @param hidden (K, D) of the policy at the slots of `inputs` */
  read(params: BoundParams, hidden: Tensor, inputs: PackedInputs): Readonly<Record<Read, Tensor>>;
  /** @param scored G completions of a prompt next to each other · @returns one a completion, (C) each; 0 on forced tokens */
  estimate(scored: readonly Scored<Read>[]): readonly Columns<Estimate>[];
  /** Figures of the estimates, for the phase that makes them. */
  estimateMetrics(rollouts: readonly Rollout<Read, Estimate>[]): Readonly<Record<string, number>>;
  /** Columns of a rollout that the loss takes by the same names. */
  readonly lossColumns: readonly (Read | Estimate | 'refLogprobs')[];
  /** Scalars that the loss takes, by name. */
  lossScalars(live: LiveSettings, isWarmup: boolean): Readonly<Record<string, number>>;
  /** Means over tokens only (terms.mean), so that the packed batches of a minibatch add up. */
  loss(terms: PolicyTerms, params: BoundParams): PolicyLoss;
  /** Its own figures of an update. @param means of the loss's metrics over the minibatches */
  updateMetrics(means: Readonly<Record<string, number>>): Readonly<Record<string, number>>;
  /** An update 0, on a rollout of its own, that trains the algorithm's heads and leaves the policy alone. */
  readonly warmup: { readonly epochs: number; readonly learningRate: number } | null;
}
