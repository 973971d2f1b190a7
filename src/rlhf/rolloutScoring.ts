/**
 * What an on-policy algorithm needs to know of drawn completions: in one packed pass the log-probs of policy and reference
 * at the sampling temperature, and the algorithm's own columns; then the rewards, KL penalty included.
 */
import * as ops from '../engine/autodiff/ops.ts';
import type { ModelConfig } from '../engine/nn/config.ts';
import { lmLogits } from '../engine/nn/llama.ts';
import { type PackedShape, packedHidden } from '../engine/nn/packed.ts';
import { bindParams, llamaLayout } from '../engine/nn/paramLayout.ts';
import type { Executor, Feeds } from '../engine/runtime/executor.ts';
import { ParamFeeder, bindingOf } from '../engine/runtime/paramFeeder.ts';
import { scalar } from '../engine/tensor/hostTensor.ts';
import { NonFiniteError } from '../errors.ts';
import { tokenRewards } from './numerics.ts';
import type { OnPolicyAlgorithm } from './onPolicyAlgorithm.ts';
import type { OnPolicySettings } from './onPolicySettings.ts';
import type { Completed, RewardScore, Scored } from './onPolicyTypes.ts';
import { type Columns, createPackedPass } from './packedPass.ts';
import { type Divergence, type DivergenceColumn, REF_PREFIX, divergenceColumns } from './policyDivergence.ts';

export interface RolloutScorerOptions<Read extends string> {
  readonly executor: Executor;
  readonly config: ModelConfig;
  readonly shape: PackedShape;
  readonly algorithm: Pick<OnPolicyAlgorithm<Read, never>, 'name' | 'layout' | 'read'>;
  /** Flat, llamaLayout order; must not change while this lives. */
  readonly reference: Float32Array;
}

export interface RolloutScorer<Read extends string> {
  /** @param policy its feeds, as it is now · @returns one a completion, (C) each */
  columns(
    policy: Feeds,
    completions: readonly Completed[],
    temperature: number,
  ): Promise<(Divergence & Columns<Read>)[]>;
  dispose(): Promise<void>;
}

/** @throws DeviceError, OutOfMemoryError */
export async function createRolloutScorer<Read extends string>(
  options: RolloutScorerOptions<Read>,
): Promise<RolloutScorer<Read>> {
  const { executor, config, shape, algorithm } = options;
  const binding = bindingOf(executor);
  const pass = await createPackedPass<DivergenceColumn | Read>({
    executor,
    name: `${algorithm.name}_score`,
    shape,
    padId: config.padId,
    build(graph, inputs) {
      const policy = bindParams(graph, algorithm.layout, binding);
      const reference = bindParams(graph, llamaLayout(config), binding, REF_PREFIX);
      const inverseTemperature = graph.input('inverseTemperature', []);
      const hidden = packedHidden(config, policy, inputs);
      const logits = ops.mul(lmLogits(policy, hidden), inverseTemperature);
      const refLogits = ops.mul(lmLogits(reference, packedHidden(config, reference, inputs)), inverseTemperature);
      return { ...divergenceColumns(logits, refLogits, inputs.targets), ...algorithm.read(policy, hidden, inputs) };
    },
  });
  const feeder = new ParamFeeder(executor, llamaLayout(config), REF_PREFIX);
  return {
    async columns(policy, completions, temperature) {
      const reference = await feeder.feeds(options.reference);
      return pass.run(completions, { ...policy, ...reference, inverseTemperature: scalar(1 / temperature) });
    },
    async dispose() {
      await pass.dispose();
      feeder.dispose();
    },
  };
}

/**
 * Scores, less the penalty for not stopping, as rewards a token.
 * @param columns @param judged one a completion · @param update for the message · @throws NonFiniteError
 */
export function rewardRollouts<Read extends string>(
  completions: readonly Completed[],
  columns: readonly (Divergence & Columns<Read>)[],
  judged: readonly RewardScore[],
  { klCoef, missingEosPenalty }: Pick<OnPolicySettings, 'klCoef' | 'missingEosPenalty'>,
  update: number,
): Scored<Read>[] {
  return completions.map((one, i) => {
    const score = judged[i]!.score - (one.stopped ? 0 : missingEosPenalty);
    if (!Number.isFinite(score)) {
      throw new NonFiniteError(
        `Step ${update}: the reward of completion ${i + 1} is ${score}. The weights of step ${update - 1} are kept. Check what gives the reward, then start again.`,
      );
    }
    const { logprobs, refLogprobs } = columns[i]!;
    const rewards = tokenRewards(score, logprobs, refLogprobs, klCoef, one.completionMask);
    return { ...one, ...columns[i]!, ...judged[i]!, score, rewards };
  });
}
