/**
 * Proximal policy optimization: on-policy RL (onPolicy.ts) whose advantages come from a learnt value of every token, and
 * whose loss stops pushing once a token's probability has moved by the clip range.
 * Schulman et al. 2017; for language models Ziegler et al. 2019 and Ouyang et al. 2022, §3.5. Update 0 is a rollout that
 * trains only the critic (critic.ts), so that the first policy step has a baseline.
 */
import type { Tensor } from '../engine/autodiff/graph.ts';
import * as ops from '../engine/autodiff/ops.ts';
import { type BoundParams, layoutWithHead, llamaLayout, transferParams } from '../engine/nn/paramLayout.ts';
import { InvalidInputError } from '../errors.ts';
import { type Critic, VALUE_HEAD, headOnPolicy, ownTrunk } from './critic.ts';
import { lastOwn, ownValues } from './completionMask.ts';
import { computeGae, explainedVariance, groupsOf, leaveOneOut, whiten } from './numerics.ts';
import { createOnPolicy } from './onPolicy.ts';
import type { OnPolicyAlgorithm, PolicyLoss } from './onPolicyAlgorithm.ts';
import type { OnPolicyOptions, OnPolicyRun, OnPolicyStep, Rollout, Scored } from './onPolicyTypes.ts';
import { type PolicyTerms, clip, clippedSurrogate, square } from './policyTerms.ts';
import type { PpoSettings } from './ppoSettings.ts';

/** V(x, y_<t) */
type Read = 'values';
/**
 * What GAE took as rewards, the prompt's baseline taken off; Â_t as it gave them, and whitened where the settings say so; the
 * return that the value is to foresee.
 */
type Estimate = 'usedRewards' | 'plainAdvantages' | 'advantages' | 'returns';

export type PpoRollout = Rollout<Read, Estimate>;
export type PpoStep = OnPolicyStep<Read, Estimate>;
export type PpoRun = OnPolicyRun<Read, Estimate>;

export interface PpoOptions extends OnPolicyOptions {
  readonly settings: PpoSettings;
  /** What a critic with a trunk of its own starts as (criticOf); missing: the policy, with a head at 0. */
  readonly critic?: Float32Array;
}

/** @throws InvalidInputError as createOnPolicy, and for a baseline of a single completion · DeviceError, OutOfMemoryError */
export async function createPpo(options: PpoOptions): Promise<PpoRun> {
  const { config, settings } = options;
  if (settings.baseline === 'prompt' && settings.completionsPerPrompt < 2) {
    throw new InvalidInputError(
      'a per-prompt baseline needs at least 2 completions a prompt: raise completionsPerPrompt',
    );
  }
  if (settings.valueTrunk !== 'own') return createOnPolicy(options, ppo(settings, headOnPolicy(config)));
  const withHead = layoutWithHead(config, VALUE_HEAD);
  const { critic = transferParams(llamaLayout(config), options.params, withHead) } = options;
  return createOnPolicy(options, ppo(settings, ownTrunk(config, critic)));
}

export function ppo(settings: PpoSettings, critic: Critic): OnPolicyAlgorithm<Read, Estimate> {
  return {
    name: 'ppo',
    layout: critic.layout,
    initial: (policy) => critic.initial(policy),
    read: (params, hidden, inputs) => ({ values: critic.values(params, hidden, inputs) }),
    estimate: (scored) => estimateAdvantages(scored, settings),
    estimateMetrics: (rollouts) => ({ 'val/explained_variance': explainedByValues(rollouts) }),
    loss: (terms, params) => ppoLoss(terms, params, critic),
    lossColumns: ['values', 'advantages', 'returns'],
    lossScalars: ({ clipRange }, isWarmup) => ({
      clipRange,
      valueClipRange: isWarmup ? UNCLIPPED : clipRange,
      policyCoef: isWarmup ? 0 : 1,
      vfCoef: isWarmup ? 1 : settings.vfCoef,
      entropyCoef: isWarmup ? 0 : settings.entropyCoef,
      trunkCoef: isWarmup || settings.valueTrunk === 'detached' ? 0 : 1,
    }),
    updateMetrics: ({ valueLoss }) => ({ 'loss/value_avg': valueLoss! }),
    warmup: { epochs: settings.valueWarmupEpochs, learningRate: settings.valueWarmupRate },
  };
}

/** A fresh critic may move as far as it likes. */
const UNCLIPPED = 1e9;

/**
 * GAE on the rewards of each token (Schulman et al. 2015), less the prompt's leave-one-out baseline where there is one, and
 * whitened over the batch.
 */
export function estimateAdvantages(
  scored: readonly Scored<Read>[],
  { baseline, completionsPerPrompt, gamma, gaeLambda, whitenAdvantages }: PpoSettings,
): Pick<PpoRollout, Estimate>[] {
  const baselines = baseline === 'prompt' ? promptBaselines(scored, completionsPerPrompt) : scored.map(() => 0);
  const estimates = scored.map((one, i) => {
    const rewards = one.rewards.slice();
    rewards[lastOwn(one)]! -= baselines[i]!;
    const { advantages, returns } = computeGae(rewards, one.values, gamma, gaeLambda, one.completionMask);
    return { usedRewards: rewards, plainAdvantages: advantages, advantages, returns };
  });
  if (!whitenAdvantages) return estimates;
  const whitened = whiten(
    estimates.map(({ plainAdvantages }) => plainAdvantages),
    scored.map(({ completionMask }) => completionMask),
  );
  return estimates.map((estimate, i) => ({ ...estimate, advantages: whitened[i]! }));
}

/** The mean score of the other completions of a prompt (Ahmadian et al. 2024, eq. 7). @param group G, next to each other */
function promptBaselines(scored: readonly Scored<Read>[], group: number): number[] {
  const scores = scored.map(({ score }) => score);
  return groupsOf(scores, group).flatMap((own) => leaveOneOut(own).map((advantage, i) => own[i]! - advantage));
}

/**
 * L = policyCoef·L_clip + vfCoef·L_value − entropyCoef·H, each a mean over completion tokens (Schulman et al. 2017, eq. 9).
 * Inputs besides those of the terms, (K, 1) each: advantages, values as they were, returns; scalars clipRange, valueClipRange,
 * policyCoef, vfCoef, entropyCoef, and trunkCoef: 1 lets the value loss train the policy's trunk too, 0 keeps it from it.
 */
export function ppoLoss(terms: PolicyTerms, params: BoundParams, critic: Critic): PolicyLoss {
  const { scalar, column } = terms;
  const { policyLoss, clipFraction } = clippedSurrogate(terms, column('advantages'), scalar('clipRange'));
  const valueLoss = clippedValueLoss(terms, params, critic);
  const { entropy } = terms.metrics;
  const loss = ops.sub(
    ops.add(ops.mul(scalar('policyCoef'), policyLoss), ops.mul(scalar('vfCoef'), valueLoss)),
    ops.mul(scalar('entropyCoef'), entropy),
  );
  return { loss, metrics: { ...terms.metrics, policyLoss, clipFraction, valueLoss } };
}

/** ½ · mean of max((V − R)², (clip(V, V_old ± valueClipRange) − R)²) */
function clippedValueLoss(terms: PolicyTerms, params: BoundParams, critic: Critic): Tensor {
  const { hidden, inputs, scalar, column, mean } = terms;
  const [oldValues, returns, range] = [column('values'), column('returns'), scalar('valueClipRange')];
  const frozen = ops.stopGradient(hidden);
  const read = ops.add(frozen, ops.mul(ops.sub(hidden, frozen), scalar('trunkCoef')));
  const values = critic.values(params, read, inputs);
  const nearValues = clip(values, ops.sub(oldValues, range), ops.add(oldValues, range));
  const miss = (predicted: Tensor) => square(ops.sub(predicted, returns));
  return ops.mul(mean(ops.maximum(miss(values), miss(nearValues))), 0.5);
}

/** Over the tokens that count. */
function explainedByValues(rollouts: readonly PpoRollout[]): number {
  const own = (columnOf: (one: PpoRollout) => Float32Array) =>
    rollouts.flatMap((one) => ownValues(columnOf(one), one.completionMask));
  return explainedVariance(
    own(({ values }) => values),
    own(({ returns }) => returns),
  );
}
