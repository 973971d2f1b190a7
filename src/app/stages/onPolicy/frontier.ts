/**
 * Rewards against the distance from where the policy started: a point an update, in the order of updates. Gao, Schulman &
 * Hilton 2022, fig. 1.
 */
import type { Curve } from '../../../lab/curve.ts';

export interface FrontierPoint {
  readonly step: number;
  /** √KL, √nats; a negative estimate counts as 0. */
  readonly distance: number;
  readonly reward: number;
}

/** @param kl nats a completion · @param reward proxy or gold · @returns points of the updates that have both */
export function frontierOf(kl: Curve, reward: Curve): readonly FrontierPoint[] {
  const rewards = new Map(reward.map(({ step, value }) => [step, value]));
  return kl.flatMap(({ step, value }) => {
    const found = rewards.get(step);
    return found === undefined ? [] : [{ step, distance: Math.sqrt(Math.max(0, value)), reward: found }];
  });
}
