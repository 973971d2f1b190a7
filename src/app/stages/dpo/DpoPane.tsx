/** What DPO can be told: how far a preference may move it, how many pairs, how fast; folded, which loss and who labels. */
import { formatNumber } from '../../series/format.ts';
import { Fold } from '../../ui/controls/Fold.tsx';
import {
  adamEpsilonKnob,
  batchSizeKnob,
  evalEveryKnob,
  learningRateRange,
  warmupKnob,
  weightDecayKnob,
} from '../../ui/controls/sharedKnobs.ts';
import { type KnobSpec, StageChoice, StageKnob, StageSwitch } from '../../ui/controls/StageKnob.tsx';
import type { StageProps } from '../face.ts';
import { heldoutPairsKnob, ownLabelsKnob, pairsKnob, pairTemperatureKnob, passesKnob } from '../preferences/knobs.ts';
import { LabelerShares } from '../preferences/LabelerShares.tsx';
import { StagePane } from '../StagePane.tsx';

const LOSSES = { sigmoid: 'DPO', ipo: 'IPO', simpo: 'SimPO' } as const;

const MAIN: readonly KnobSpec<'dpo'>[] = [
  { key: 'beta', label: 'β', term: 'dpo-beta', range: { low: 0.01, high: 10, grain: 10, scale: 'log' } },
  {
    key: 'learningRate',
    label: 'Learning rate',
    term: 'dpo-learning-rate',
    range: { ...learningRateRange, low: 1e-5 },
  },
  pairsKnob,
];

const MORE: readonly KnobSpec<'dpo'>[] = [
  passesKnob,
  {
    key: 'nllWeight',
    label: 'NLL weight',
    term: 'dpo-nll',
    range: { low: 0, high: 1, grain: 0.05, scale: 'linear' },
    format: (weight) => (weight === 0 ? 'off' : formatNumber(weight)),
  },
  {
    key: 'targetMargin',
    label: 'SimPO margin',
    term: 'dpo-target-margin',
    range: { low: 0, high: 3, grain: 0.25, scale: 'linear' },
  },
  adamEpsilonKnob,
  pairTemperatureKnob,
  heldoutPairsKnob,
  batchSizeKnob,
  warmupKnob,
  weightDecayKnob,
  evalEveryKnob,
  ownLabelsKnob,
];

export function DpoPane({ id }: StageProps) {
  return (
    <StagePane id={id}>
      {MAIN.map((spec) => (
        <StageKnob key={spec.key} id={id} kind="dpo" spec={spec} />
      ))}
      <StageChoice id={id} kind="dpo" setting="loss" label="Loss" term="dpo-variant" choices={LOSSES} />
      <Fold>
        <LabelerShares id={id} />
        {MORE.map((spec) => (
          <StageKnob key={spec.key} id={id} kind="dpo" spec={spec} />
        ))}
        <StageSwitch id={id} kind="dpo" setting="dropTies" label="Leave ties out" term="ties" />
      </Fold>
    </StagePane>
  );
}
