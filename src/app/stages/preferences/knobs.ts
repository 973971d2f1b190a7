/** Knobs of every stage that learns from pairs of completions. */
import type { KnobRange } from '../../ui/controls/Knob.tsx';

interface PreferenceKnob<Key extends string> {
  readonly key: Key;
  readonly label: string;
  readonly term: string;
  readonly range: KnobRange;
  readonly format?: (value: number) => string;
}

export const pairsKnob: PreferenceKnob<'pairs'> = {
  key: 'pairs',
  label: 'Pairs',
  term: 'pairs',
  range: { low: 100, high: 8000, grain: 100, scale: 'linear' },
  format: String,
};

export const passesKnob: PreferenceKnob<'epochs'> = {
  key: 'epochs',
  label: 'Passes',
  term: 'rm-epochs',
  range: { low: 1, high: 8, grain: 1, scale: 'linear' },
  format: String,
};

export const pairTemperatureKnob: PreferenceKnob<'pairTemperature'> = {
  key: 'pairTemperature',
  label: 'Pair temp.',
  term: 'pair-temperature',
  range: { low: 0.5, high: 2, grain: 0.05, scale: 'linear' },
};

export const heldoutPairsKnob: PreferenceKnob<'heldoutPairs'> = {
  key: 'heldoutPairs',
  label: 'Held-out pairs',
  term: 'held-out',
  range: { low: 50, high: 1000, grain: 50, scale: 'linear' },
  format: String,
};

export const ownLabelsKnob: PreferenceKnob<'ownLabelEpochs'> = {
  key: 'ownLabelEpochs',
  label: 'Your labels',
  term: 'own-label-epochs',
  range: { low: 0, high: 20, grain: 1, scale: 'linear' },
  format: (passes) => `${passes} passes`,
};
