/** What the reward model can be told: how many pairs, which head, how fast; folded, who labels them and how they are used. */
import { Fold } from '../../ui/controls/Fold.tsx';
import type { StageProps } from '../face.ts';
import { StagePane } from '../StagePane.tsx';
import { type KnobSpec, StageChoice, StageKnob, StageSwitch } from '../../ui/controls/StageKnob.tsx';
import { heldoutPairsKnob, ownLabelsKnob, pairsKnob, pairTemperatureKnob, passesKnob } from '../preferences/knobs.ts';
import { LabelerShares } from '../preferences/LabelerShares.tsx';
import {
  batchSizeKnob,
  evalEveryKnob,
  learningRateRange,
  warmupKnob,
  weightDecayKnob,
} from '../../ui/controls/sharedKnobs.ts';

const HEADS = { meanPooled: 'mean-pooled', lastToken: 'last token' } as const;

const RATE: KnobSpec<'rewardModel'> = {
  key: 'learningRate',
  label: 'Learning rate',
  term: 'rewardModel-learning-rate',
  range: learningRateRange,
};

const MORE: readonly KnobSpec<'rewardModel'>[] = [
  passesKnob,
  pairTemperatureKnob,
  heldoutPairsKnob,
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
  ownLabelsKnob,
];

export function RewardModelPane({ id }: StageProps) {
  return (
    <StagePane id={id}>
      <StageKnob id={id} kind="rewardModel" spec={pairsKnob} />
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
