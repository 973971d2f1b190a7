/**
 * One or two plain sentences about an RL run: what proxy and gold do, and how far the policy has moved. From the curves
 * alone; thresholds are rules of thumb and are written out below.
 */
import { formatNumber } from '../../series/format.ts';
import { last, type Curve } from '../../../lab/curve.ts';

export interface RlCurves {
  readonly proxy: Curve;
  readonly gold: Curve;
  readonly kl: Curve;
  readonly klExact: Curve;
  readonly entropy: Curve;
  readonly step: number;
  readonly totalSteps: number;
  /** The reward is gold itself: a control. */
  readonly isControl: boolean;
}

/** Batches averaged before two of them are compared: single ones are noisy. */
const WINDOW = 5;
/** A change below so many standard errors of the two means is no change; from a peak, which luck helped to choose, more. */
const [CLEAR, CLEAR_FROM_PEAK] = [2, 3];
/** Entropy below this share of its start: the same text every time. */
const COLLAPSED = 0.3;
/** Nats a completion: below the first, close to SFT; below the second, moved; below the third, well away. */
const [CLOSE, MOVED, AWAY] = [0.5, 2, 15];

export function readRl(curves: RlCurves): string {
  const { proxy, gold, step, totalSteps, isControl } = curves;
  if (proxy.length === 0) return 'The policy writes its first batch of completions.';
  if (step === 0) return 'In this first rollout only the critic learns: the policy is still SFT.';
  const begin = step >= totalSteps ? 'Finished. ' : '';
  const proxyMove = moveOf(proxy, false);
  const fall = moveOf(gold, true);
  if (!isControl && proxyMove === 'up' && fall === 'down') {
    return `${begin}Proxy up, gold down: the policy exploits the reward model. ${describeDistance(curves)}`;
  }
  if (isCollapsed(curves.entropy)) {
    return `${begin}Entropy is low: much the same text every time. ${describeDistance(curves)}`;
  }
  const reward = describeReward(proxyMove, moveOf(gold, false), isControl);
  return `${begin}${reward} ${describeDistance(curves)}`;
}

type Move = 'up' | 'down' | 'flat' | 'unknown';

/** How the last batches compare with the first ones, or with the best ones in between. */
export function moveOf(series: Curve, fromPeak: boolean): Move {
  if (series.length < 2 * WINDOW) return 'unknown';
  const windows = series.slice(0, 1 - WINDOW).map((_, at) => spreadOf(series.slice(at, at + WINDOW)));
  const now = windows.at(-1);
  const earlier = windows.slice(0, -WINDOW);
  const then = fromPeak ? earlier.reduce((best, each) => (each.mean > best.mean ? each : best)) : windows[0];
  if (!now || !then) return 'unknown';
  const error = Math.sqrt((now.variance + then.variance) / WINDOW);
  const change = now.mean - then.mean;
  if (Math.abs(change) <= (fromPeak ? CLEAR_FROM_PEAK : CLEAR) * error) return 'flat';
  return change > 0 ? 'up' : 'down';
}

function describeReward(proxy: Move, gold: Move, isControl: boolean): string {
  if (isControl) return gold === 'up' ? 'Gold rises: here it is what RL follows.' : 'Gold is what RL follows here.';
  if (proxy === 'up' && gold === 'up') return 'Proxy and gold rise together.';
  if (proxy === 'up') return 'The proxy reward rises; gold shows no clear change.';
  if (proxy === 'down') return 'The proxy reward falls: the learning rate may be too high.';
  return 'Reward shows no clear change.';
}

function describeDistance({ kl, klExact }: RlCurves): string {
  const [sampled, exact] = [last(kl), last(klExact)];
  if (!sampled) return '';
  if (sampled.value < 0 && exact) {
    return `KL is estimated at ${formatNumber(sampled.value)} nats: a chance of sampling, exactly it is ${formatNumber(exact.value)}.`;
  }
  return `KL is ${formatNumber(sampled.value)} nats: ${distanceWords(sampled.value)}.`;
}

function distanceWords(nats: number): string {
  if (nats < CLOSE) return 'the policy is still close to SFT';
  if (nats < MOVED) return 'the policy has moved away from SFT';
  if (nats < AWAY) return 'the policy has moved well away from SFT';
  return 'the policy is far from SFT, so read what it writes';
}

function isCollapsed(entropy: Curve): boolean {
  const [start, now] = [entropy[0], last(entropy)];
  return start !== undefined && now !== undefined && now.value < COLLAPSED * start.value;
}

function spreadOf(points: Curve): { readonly mean: number; readonly variance: number } {
  const mean = points.reduce((sum, { value }) => sum + value, 0) / points.length;
  const variance = points.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / (points.length - 1);
  return { mean, variance };
}
