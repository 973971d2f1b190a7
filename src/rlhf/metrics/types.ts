/** What a row of the metric table says. */

/** `share` is stored as 0…1 and shown in percent. `score`: the reward model’s; `reward_std` measures it. */
export type MetricUnit =
  | 'nats/token'
  | 'nats/completion'
  | 'nats/pair'
  | 'nats²'
  | 'share'
  | 'score'
  | 'reward'
  | 'norm'
  | 'per step'
  | 'tokens'
  | 'number';

export interface Metric {
  /** One that ends in `*` stands for a family: `eval/accuracy/*` for every labeler. */
  readonly key: string;
  readonly label: string;
  readonly unit: MetricUnit;
  /** In the words of 3-rlhf-reference.md §3.1. */
  readonly formula: string;
  /** Where it lies in a run that goes well. */
  readonly healthy: string;
  /** One plain sentence: what it tells, and what confuses people about it. */
  readonly hint: string;
  readonly paper: string;
}
