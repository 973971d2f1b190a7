/** What SFT can be told: presets, its three main knobs, the rest folded; below, the buttons that run it. */
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { formatNumber, formatShare } from '../series/format.ts';
import { choosePresetStage, matchingPresetStage } from '../store/experimentActions.ts';
import { isStageOpen } from '../store/stageRuns.ts';
import { useLab } from '../store/store.ts';
import { Fold } from './Fold.tsx';
import { RunBar } from './RunBar.tsx';
import { type KnobSpec, StageKnob, StageSwitch } from './StageKnob.tsx';
import { useInTurn } from './useInTurn.ts';

const PRESETS = ['sft', 'sft-quick'];

const MAIN: readonly KnobSpec<'sft'>[] = [
  {
    key: 'learningRate',
    label: 'Learning rate',
    term: 'sft-learning-rate',
    range: { low: 1e-4, high: 1e-2, grain: 10, scale: 'log' },
  },
  {
    key: 'steps',
    label: 'Steps',
    term: 'steps',
    range: { low: 10, high: 600, grain: 10, scale: 'linear' },
    format: String,
  },
  {
    key: 'batchSize',
    label: 'Batch size',
    term: 'batch',
    range: { low: 2, high: 32, grain: 2, scale: 'linear' },
    format: (rows) => `${rows} rows`,
  },
];

const MORE: readonly KnobSpec<'sft'>[] = [
  {
    key: 'sequenceLength',
    label: 'Row length',
    term: 'sequence-length',
    range: { low: 32, high: 128, grain: 16, scale: 'linear' },
    format: (tokens) => `${tokens} tokens`,
  },
  {
    key: 'warmupFraction',
    label: 'Warm-up',
    term: 'warmup',
    range: { low: 0, high: 0.3, grain: 0.01, scale: 'linear' },
    format: formatShare,
  },
  {
    key: 'minLearningRateFraction',
    label: 'Final learning rate',
    term: 'min-lr',
    range: { low: 0, high: 1, grain: 0.05, scale: 'linear' },
    format: formatShare,
  },
  {
    key: 'weightDecay',
    label: 'Weight decay',
    term: 'weight-decay',
    range: { low: 0, high: 0.2, grain: 0.005, scale: 'linear' },
    format: formatNumber,
  },
  {
    key: 'evalEvery',
    label: 'Held-out check',
    term: 'eval-every',
    range: { low: 5, high: 100, grain: 5, scale: 'linear' },
    format: (steps) => `every ${steps} steps`,
  },
];

export function SftPane() {
  const preset = useLab((state) => matchingPresetStage(state.experiment.document, 'sft', PRESETS));
  const isOpen = useInTurn(useLab((state) => isStageOpen(state, 'sft')));
  return (
    <section className="pane knobs" aria-label="SFT settings">
      <div className="pane-scroll">
        <ToggleButtonGroup
          className="segments"
          aria-label="Preset"
          selectionMode="single"
          selectedKeys={preset === null ? [] : [preset]}
          isDisabled={isOpen}
          onSelectionChange={(keys) => [...keys].forEach((key) => choosePresetStage(String(key), 'sft'))}
        >
          <ToggleButton id="sft">Default</ToggleButton>
          <ToggleButton id="sft-quick">
            Quick <span className="muted">· weaker</span>
          </ToggleButton>
        </ToggleButtonGroup>
        {MAIN.map((spec) => (
          <StageKnob key={spec.key} kind="sft" spec={spec} />
        ))}
        <Fold>
          {MORE.map((spec) => (
            <StageKnob key={spec.key} kind="sft" spec={spec} />
          ))}
          <StageSwitch kind="sft" setting="packing" label="Packing" term="packing" />
        </Fold>
      </div>
      <RunBar kind="sft" />
    </section>
  );
}
