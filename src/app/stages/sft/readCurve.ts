/**
 * One plain sentence about what an SFT curve is doing now, from its numbers alone. No model judges here: thresholds are
 * rules of thumb and are written out below.
 */
import { formatCount, formatNumber, formatShare } from '../../series/format.ts';
import { last, type Curve } from '../../../lab/curve.ts';
import { extent } from '../../series/extent.ts';

export interface SftCurves {
  readonly loss: Curve;
  readonly heldOut: Curve;
  readonly accuracy: Curve;
  readonly step: number;
  readonly totalSteps: number;
}

/** A held-out loss this much above its lowest (nats a token) counts as rising. */
const RISING = 0.03;
/** A fall of the mean train loss below this share over a fifth of the run counts as flat. */
const FLAT = 0.03;
/** A spread of neighbouring train losses above this share of their mean counts as unsteady. */
const UNSTEADY = 0.35;

export function readSftCurve(curves: SftCurves): string {
  const { heldOut, loss, step, totalSteps } = curves;
  const first = heldOut[0];
  const now = last(heldOut);
  if (loss.length === 0) return first ? describeStart(first.value) : 'The first step is being computed.';
  if (step >= totalSteps) return describeEnd(curves);
  const trend = compareHalves(loss, totalSteps);
  if (trend === null) return `The first steps: ${describeUnsureness(curves)}`;
  if (trend.spread > UNSTEADY && trend.fall < FLAT) {
    return 'The train loss jumps up and down without falling: a smaller learning rate would be steadier.';
  }
  if (trend.fall < -FLAT)
    return 'The train loss is rising: the learning rate is probably too high. Reset and lower it.';
  if (now && isRising(heldOut) && trend.fall > 0) {
    return `The held-out loss has turned up to ${formatNumber(now.value)} nats while the train loss falls: the model begins to memorise its examples.`;
  }
  if (trend.fall < FLAT)
    return `The curve has flattened, most of what these examples teach is learnt: ${describeUnsureness(curves)}`;
  return `The loss is falling: ${describeUnsureness(curves)}`;
}

function describeStart(value: number): string {
  return `Before the first step the held-out loss is ${formatNumber(value)} nats a token: the base model is as unsure as if it chose among ${choices(value)} words.`;
}

function describeEnd({ heldOut, loss, accuracy }: SftCurves): string {
  const start = heldOut[0] ?? loss[0];
  const end = last(heldOut) ?? last(loss);
  if (!start || !end) return 'The run is finished.';
  const right = last(accuracy);
  const share = right ? ` The likeliest token is the demonstrated one ${formatShare(right.value)} of the time.` : '';
  const direction = end.value < start.value ? 'fell' : 'went';
  const kind = heldOut[0] ? 'Held-out' : 'Train';
  return `Finished. ${kind} loss ${direction} from ${formatNumber(start.value)} to ${formatNumber(end.value)} nats a token.${share}`;
}

/** The loss as the number of equally likely words that would cost as much: its perplexity, exp(loss). */
function choices(loss: number): string {
  const count = Math.exp(loss);
  return count < 10 ? count.toFixed(1) : formatCount(count);
}

/** On held-out text, once that was measured again; until then on what it learns from. */
function describeUnsureness({ heldOut, loss }: SftCurves): string {
  const start = heldOut[0] ?? loss[0]!;
  const now = heldOut.length > 1 ? last(heldOut)!.value : mean(loss.slice(-10));
  return `at first it was as unsure as if it chose among ${choices(start.value)} words, now among ${choices(now)}.`;
}

/** Mean of the last fifth of the planned run against the fifth before; null while there is too little of either. */
function compareHalves(loss: Curve, totalSteps: number): { fall: number; spread: number } | null {
  const window = Math.max(5, Math.round(totalSteps / 5));
  const end = last(loss)?.step ?? 0;
  const recent = loss.filter((point) => point.step > end - window);
  const before = loss.filter((point) => point.step <= end - window && point.step > end - 2 * window);
  if (recent.length < 5 || before.length < 5) return null;
  const level = mean(recent);
  const deviation = Math.sqrt(mean(recent.map(({ step, value }) => ({ step, value: (value - level) ** 2 }))));
  return { fall: (mean(before) - level) / mean(before), spread: deviation / level };
}

function isRising(heldOut: Curve): boolean {
  const now = last(heldOut);
  return now !== undefined && now.value > extent(heldOut.map((point) => point.value))[0] + RISING;
}

function mean(points: Curve): number {
  return points.reduce((sum, point) => sum + point.value, 0) / points.length;
}
