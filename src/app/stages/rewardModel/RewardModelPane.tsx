/** What the reward model can be told: how many pairs, which head, how fast; folded, who labels them and how they are used. */
import { Fold } from '../../ui/controls/Fold.tsx';
import type { StageProps } from '../face.ts';
import { StagePane } from '../StagePane.tsx';
import { type KnobSpec, StageChoice, StageKnob, StageSwitch } from '../../ui/controls/StageKnob.tsx';
import { LabelerShares } from './LabelerShares.tsx';
import {
  batchSizeKnob,
  evalEveryKnob,
  learningRateRange,
  warmupKnob,
  weightDecayKnob,
} from '../../ui/controls/sharedKnobs.ts';

const HEADS = { meanPooled: 'mean-pooled', lastToken: 'last token' } as const;

const PAIRS: KnobSpec<'rewardModel'> = {
  key: 'pairs',
  label: 'Pairs',
  term: 'pairs',
  range: { low: 100, high: 4000, grain: 100, scale: 'linear' },
  format: String,
};

const RATE: KnobSpec<'rewardModel'> = {
  key: 'learningRate',
  label: 'Learning rate',
  term: 'rewardModel-learning-rate',
  range: learningRateRange,
};

const MORE: readonly KnobSpec<'rewardModel'>[] = [
  {
    key: 'epochs',
    label: 'Passes',
    term: 'rm-epochs',
    range: { low: 1, high: 8, grain: 1, scale: 'linear' },
    format: String,
  },
  {
    key: 'pairTemperature',
    label: 'Pair temp.',
    term: 'pair-temperature',
    range: { low: 0.5, high: 2, grain: 0.05, scale: 'linear' },
  },
  {
    key: 'heldoutPairs',
    label: 'Held-out pairs',
    term: 'held-out',
    range: { low: 50, high: 1000, grain: 50, scale: 'linear' },
    format: String,
  },
  {
    key: 'marginScale',
    label: 'Asked margin',
    term: 'margin-scale',
    range: { low: 0, high: 4, grain: 0.25, scale: 'linear' },
    format: (scale) => (scale === 0 ? 'off' : `× ${scale}`),
  },
  batchSizeKnob,
  warmupKnob,
  weightDecayKnob,
  evalEveryKnob,
  {
    key: 'ownLabelEpochs',
    label: 'Your labels',
    term: 'own-label-epochs',
    range: { low: 0, high: 20, grain: 1, scale: 'linear' },
    format: (passes) => `${passes} passes`,
  },
];

export function RewardModelPane({ id }: StageProps) {
  return (
    <StagePane id={id}>
      <StageKnob id={id} kind="rewardModel" spec={PAIRS} />
      <StageChoice id={id} kind="rewardModel" setting="head" label="Head" term="head" choices={HEADS} />
      <StageKnob id={id} kind="rewardModel" spec={RATE} />
      <Fold>
        <LabelerShares id={id} />
        {MORE.map((spec) => (
          <StageKnob key={spec.key} id={id} kind="rewardModel" spec={spec} />
        ))}
        <StageSwitch id={id} kind="rewardModel" setting="dropTies" label="Leave ties out" term="ties" />
      </Fold>
    </StagePane>
  );
}
