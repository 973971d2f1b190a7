/**
 * Where PPO's value V(x, y_<t) is read: off the policy's own trunk, or off a transformer of its own that starts as the
 * reward model, which already judges what it reads (Ouyang et al. 2022, §C.4).
 */
import type { Tensor } from '../engine/autodiff/graph.ts';
import type { ModelConfig } from '../engine/nn/config.ts';
import { scalarHead } from '../engine/nn/llama.ts';
import { type PackedInputs, packedHidden } from '../engine/nn/packed.ts';
import {
  type BoundParams,
  type ParamLayout,
  joinLayouts,
  layoutWithHead,
  llamaLayout,
  paramsUnder,
  transferParams,
} from '../engine/nn/paramLayout.ts';
import type { RewardModel } from './rewardScorer.ts';
import { SCORE_HEAD, rewardLayout } from './rewardGraph.ts';

export const VALUE_HEAD = 'value_head';
/** Before the names of a critic's own parameters. */
const CRITIC = 'critic.';

export interface Critic {
  /** Of policy and critic together. */
  readonly layout: ParamLayout;
  /** @param policy llamaLayout order · @returns in `layout` order */
  initial(policy: Float32Array): Float32Array;
  /** V before each slot's token: (K, 1). @param hidden (K, D) of the policy, at the same slots */
  values(params: BoundParams, hidden: Tensor, inputs: PackedInputs): Tensor;
}

/** A head on the policy's trunk; it starts at 0. */
export function headOnPolicy(config: ModelConfig): Critic {
  const layout = layoutWithHead(config, VALUE_HEAD);
  return {
    layout,
    initial: (policy) => transferParams(llamaLayout(config), policy, layout),
    values: (params, hidden) => scalarHead(params, VALUE_HEAD, hidden),
  };
}

/** A second transformer with the head. @param start in layoutWithHead(config, VALUE_HEAD) order: criticOf */
export function ownTrunk(config: ModelConfig, start: Float32Array): Critic {
  const own = layoutWithHead(config, VALUE_HEAD);
  const layout = joinLayouts(llamaLayout(config), CRITIC, own);
  return {
    layout,
    initial(policy) {
      const params = transferParams(llamaLayout(config), policy, layout);
      return transferParams(joinLayouts(null, CRITIC, own), start, layout, params);
    },
    values(params, _hidden, inputs) {
      const critic = paramsUnder(params, CRITIC);
      return scalarHead(critic, VALUE_HEAD, packedHidden(config, critic, inputs));
    },
  };
}

/**
 * The critic that a reward model starts as: its trunk, and its head scaled to normalised scores. What a mean-pooled head
 * reads off the mean of hidden states is read off each; the reference's log-probs, which it sees too, are left to learn.
 * @returns in layoutWithHead(config, VALUE_HEAD) order
 */
export function criticOf(config: ModelConfig, { head, params, mean, sd }: RewardModel): Float32Array {
  const [from, to] = [rewardLayout(config, head), layoutWithHead(config, VALUE_HEAD)];
  const critic = transferParams(from, params, to);
  const range = (layout: ParamLayout, name: string): [number, number] => {
    const { offset, shape } = layout.entries.find((entry) => entry.name === name)!;
    return [offset, offset + shape.reduce((size, n) => size * n, 1)];
  };
  const weight = params.slice(...range(from, `${SCORE_HEAD}.weight`));
  const [bias] = params.slice(...range(from, `${SCORE_HEAD}.bias`));
  critic.set(
    weight.map((value) => value / sd),
    range(to, `${VALUE_HEAD}.weight`)[0],
  );
  critic[range(to, `${VALUE_HEAD}.bias`)[0]] = (bias! - mean) / sd;
  return critic;
}
