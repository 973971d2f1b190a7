/**
 * How far a reward model's confidence can be believed, from its held-out predictions alone. A pair has no first and second
 * completion by itself, so everything is folded to ½ … 1: confidence = max(p, 1 − p), p = P(chosen is better), and the model
 * is right where p > ½, half right where it can't tell. Guo et al. 2017, §2 (bins and expected calibration error); Bai et al. 2022, §3.3 for preferences.
 */
import type { PredictionView } from '../../../lab/stages/rewardModel/detail.ts';
import { extent } from '../../series/extent.ts';

export interface ConfidenceBin {
  /** Of confidence; the last bin includes 1. */
  readonly from: number;
  readonly to: number;
  /** Mean confidence of the pairs in it. */
  readonly predicted: number;
  /** Share of them in which the labeler chose as the model did; a tie counts one half. */
  readonly observed: number;
  readonly count: number;
}

/** @param binCount equal widths over ½ … 1 · @returns the bins that hold pairs, least confident first */
export function calibrate(predictions: readonly PredictionView[], binCount = 5): readonly ConfidenceBin[] {
  const width = 0.5 / binCount;
  return Array.from({ length: binCount }, (_, bin) => {
    const isIn = (one: PredictionView): boolean => binOf(confidenceOf(one), width, binCount) === bin;
    const inside = predictions.filter(isIn);
    return {
      from: 0.5 + bin * width,
      to: 0.5 + (bin + 1) * width,
      predicted: mean(inside.map(confidenceOf)),
      observed: mean(inside.map(rightness)),
      count: inside.length,
    };
  }).filter(({ count }) => count > 0);
}

/** Σ n_bin/n · |observed − predicted|: 0 = as sure as it should be. */
export function calibrationError(bins: readonly ConfidenceBin[]): number {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  return bins.reduce(
    (sum, { count, observed, predicted }) => sum + (count / total) * Math.abs(observed - predicted),
    0,
  );
}

/**
 * Accuracy of the least sure pairs, the next, …, in parts of equal size; ties are left out.
 * @returns least sure first; fewer parts where there are fewer pairs
 */
export function accuracyByConfidence(predictions: readonly PredictionView[], parts = 4): readonly ConfidenceBin[] {
  const sorted = predictions.filter(({ isTie }) => !isTie).sort((a, b) => confidenceOf(a) - confidenceOf(b));
  const used = Math.min(parts, sorted.length);
  return Array.from({ length: used }, (_, part) => {
    const inside = sorted.slice(
      Math.round((part * sorted.length) / used),
      Math.round(((part + 1) * sorted.length) / used),
    );
    const confidences = inside.map(confidenceOf);
    const [from, to] = extent(confidences);
    return {
      from,
      to,
      predicted: mean(confidences),
      observed: mean(inside.map(rightness)),
      count: inside.length,
    };
  });
}

/** Of all pairs that are no tie. @returns null where there are none */
export function accuracyOf(predictions: readonly PredictionView[]): number | null {
  const untied = predictions.filter(({ isTie }) => !isTie);
  return untied.length === 0 ? null : mean(untied.map(rightness));
}

function confidenceOf({ probability }: PredictionView): number {
  return Math.max(probability, 1 - probability);
}

function rightness({ probability, isTie }: PredictionView): number {
  return isTie || probability === 0.5 ? 0.5 : Number(probability > 0.5);
}

function binOf(confidence: number, width: number, binCount: number): number {
  return Math.min(binCount - 1, Math.floor((confidence - 0.5) / width + 1e-9));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
