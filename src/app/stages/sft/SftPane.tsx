/** What SFT can be told: presets, its three main knobs, the rest folded; below, the buttons that run it. */
import { formatShare } from '../../series/format.ts';
import type { StageProps } from '../face.ts';
import { Fold } from '../../ui/controls/Fold.tsx';
import { StagePane } from '../StagePane.tsx';
import { type KnobSpec, StageKnob, StageSwitch } from '../../ui/controls/StageKnob.tsx';
import {
  batchSizeKnob,
  evalEveryKnob,
  learningRateRange,
  warmupKnob,
  weightDecayKnob,
} from '../../ui/controls/sharedKnobs.ts';

const MAIN: readonly KnobSpec<'sft'>[] = [
  {
    key: 'learningRate',
    label: 'Learning rate',
    term: 'sft-learning-rate',
    range: learningRateRange,
  },
  {
    key: 'steps',
    label: 'Steps',
    term: 'steps',
    range: { low: 10, high: 1200, grain: 10, scale: 'linear' },
    format: String,
  },
  batchSizeKnob,
];

const MORE: readonly KnobSpec<'sft'>[] = [
  {
    key: 'sequenceLength',
    label: 'Row length',
    term: 'sequence-length',
    range: { low: 32, high: 128, grain: 16, scale: 'linear' },
    format: (tokens) => `${tokens} tokens`,
  },
  warmupKnob,
  {
    key: 'minLearningRateFraction',
    label: 'Final learning rate',
    term: 'min-lr',
    range: { low: 0, high: 1, grain: 0.05, scale: 'linear' },
    format: formatShare,
  },
  weightDecayKnob,
  {
    key: 'pretrainingShare',
    label: 'Pre-training text',
    term: 'pretraining-mix',
    range: { low: 0, high: 0.5, grain: 0.0625, scale: 'linear' },
    format: (share) => (share === 0 ? 'off' : `${formatShare(share)} of rows`),
  },
  {
    key: 'pretrainingCoef',
    label: 'Pre-training weight',
    term: 'pretraining-mix',
    range: { low: 0, high: 2, grain: 0.1, scale: 'linear' },
    format: (weight) => `× ${weight}`,
  },
  evalEveryKnob,
];

export function SftPane({ id }: StageProps) {
  return (
    <StagePane id={id}>
      {MAIN.map((spec) => (
        <StageKnob key={spec.key} id={id} kind="sft" spec={spec} />
      ))}
      <Fold>
        {MORE.map((spec) => (
          <StageKnob key={spec.key} id={id} kind="sft" spec={spec} />
        ))}
        <StageSwitch id={id} kind="sft" setting="packing" label="Packing" term="packing" />
      </Fold>
    </StagePane>
  );
}
