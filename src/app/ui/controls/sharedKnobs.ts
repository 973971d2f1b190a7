/** Knobs that SFT and the reward model have in common: both train on packed rows by the same schedule. */
import { formatNumber, formatShare } from '../../series/format.ts';
import type { KnobSpec } from './StageKnob.tsx';

type Spec = KnobSpec<'sft'> & KnobSpec<'rewardModel'>;

export const learningRateRange = { low: 1e-4, high: 1e-2, grain: 10, scale: 'log' } as const;

export const batchSizeKnob: Spec = {
  key: 'batchSize',
  label: 'Batch size',
  term: 'batch',
  range: { low: 2, high: 32, grain: 2, scale: 'linear' },
  format: (rows) => `${rows} rows`,
};

export const warmupKnob: Spec = {
  key: 'warmupFraction',
  label: 'Warm-up',
  term: 'warmup',
  range: { low: 0, high: 0.3, grain: 0.01, scale: 'linear' },
  format: formatShare,
};

export const weightDecayKnob: Spec = {
  key: 'weightDecay',
  label: 'Weight decay',
  term: 'weight-decay',
  range: { low: 0, high: 0.2, grain: 0.005, scale: 'linear' },
  format: formatNumber,
};

export const evalEveryKnob: Spec = {
  key: 'evalEvery',
  label: 'Held-out check',
  term: 'eval-every',
  range: { low: 5, high: 100, grain: 5, scale: 'linear' },
  format: (steps) => `every ${steps} steps`,
};
