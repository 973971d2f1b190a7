/** Knobs that several kinds of stage have: those of training on packed rows by the same schedule, and Adam’s. */
import { formatNumber, formatShare } from '../../series/format.ts';
import type { KnobRange } from './Knob.tsx';

interface SharedKnob<Key extends string> {
  readonly key: Key;
  readonly label: string;
  readonly term: string;
  readonly range: KnobRange;
  readonly format: (value: number) => string;
}

export const learningRateRange = { low: 1e-4, high: 1e-2, grain: 10, scale: 'log' } as const;

export const batchSizeKnob: SharedKnob<'batchSize'> = {
  key: 'batchSize',
  label: 'Batch size',
  term: 'batch',
  range: { low: 2, high: 32, grain: 2, scale: 'linear' },
  format: (rows) => (rows === 1 ? '1 row' : `${rows} rows`),
};

export const warmupKnob: SharedKnob<'warmupFraction'> = {
  key: 'warmupFraction',
  label: 'Warm-up',
  term: 'warmup',
  range: { low: 0, high: 0.3, grain: 0.01, scale: 'linear' },
  format: formatShare,
};

export const weightDecayKnob: SharedKnob<'weightDecay'> = {
  key: 'weightDecay',
  label: 'Weight decay',
  term: 'weight-decay',
  range: { low: 0, high: 0.2, grain: 0.005, scale: 'linear' },
  format: formatNumber,
};

export const adamEpsilonKnob: SharedKnob<'adamEpsilon'> = {
  key: 'adamEpsilon',
  label: 'Adam ε',
  term: 'adam-epsilon',
  range: { low: 1e-8, high: 1e-1, grain: 1, scale: 'log' },
  format: formatNumber,
};

export const evalEveryKnob: SharedKnob<'evalEvery'> = {
  key: 'evalEvery',
  label: 'Held-out check',
  term: 'eval-every',
  range: { low: 5, high: 100, grain: 5, scale: 'linear' },
  format: (steps) => `every ${steps} steps`,
};
