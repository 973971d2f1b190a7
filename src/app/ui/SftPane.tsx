/** What SFT can be told: presets, its three main knobs, the rest folded; below, the buttons that run it. */
import { memo } from 'react';
import {
  Button,
  Disclosure,
  DisclosurePanel,
  Heading,
  Switch,
  ToggleButton,
  ToggleButtonGroup,
} from 'react-aria-components';
import type { SftSettings } from '../../lab/experiment.ts';
import { formatNumber, formatShare } from '../series/format.ts';
import { choosePreset, matchingPreset, setSftSetting } from '../store/experimentActions.ts';
import { isRunOpen, useLab } from '../store/store.ts';
import { Icon } from './Icon.tsx';
import { Knob, type KnobRange } from './Knob.tsx';
import { RunBar } from './RunBar.tsx';
import { Term } from './Term.tsx';
import { useInTurn } from './useInTurn.ts';

interface KnobSpec {
  readonly key: Exclude<keyof SftSettings, 'packing'>;
  readonly label: string;
  readonly term: string;
  readonly range: KnobRange;
  readonly format?: (value: number) => string;
}

const MAIN: readonly KnobSpec[] = [
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

const MORE: readonly KnobSpec[] = [
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
  const document = useLab((state) => state.experiment.document);
  const isOpen = useInTurn(useLab(isRunOpen));
  const settings = document.stages[0];
  if (!settings) return null;
  const preset = matchingPreset(document);
  return (
    <section className="pane knobs" aria-label="SFT settings">
      <div className="pane-scroll">
        <ToggleButtonGroup
          className="segments"
          aria-label="Preset"
          selectionMode="single"
          selectedKeys={preset === null ? [] : [preset]}
          isDisabled={isOpen}
          onSelectionChange={(keys) => [...keys].forEach((key) => choosePreset(String(key)))}
        >
          <ToggleButton id="sft">Default</ToggleButton>
          <ToggleButton id="sft-quick">
            Quick <span className="muted">· weaker</span>
          </ToggleButton>
        </ToggleButtonGroup>
        {MAIN.map((spec) => (
          <SettingKnob key={spec.key} spec={spec} />
        ))}
        <Disclosure className="fold">
          <Heading>
            <Button slot="trigger" className="button button-bare fold-button">
              <Icon name="down" /> More settings
            </Button>
          </Heading>
          <DisclosurePanel>
            {MORE.map((spec) => (
              <SettingKnob key={spec.key} spec={spec} />
            ))}
            <div className="switch-line">
              <Term id="packing">Packing</Term>
              <Switch
                aria-label="Packing"
                className="switch"
                isSelected={settings.packing}
                isDisabled={isOpen}
                onChange={(isOn) => setSftSetting('packing', isOn)}
              />
            </div>
          </DisclosurePanel>
        </Disclosure>
      </div>
      <RunBar />
    </section>
  );
}

/** Each on its own, because locking all of them at once when a run starts takes long. */
const SettingKnob = memo(function SettingKnob({ spec: { key, ...spec } }: { readonly spec: KnobSpec }) {
  const value = useLab((state) => state.experiment.document.stages[0]?.[key]);
  const isOpen = useInTurn(useLab(isRunOpen));
  if (value === undefined) return null;
  return <Knob {...spec} value={value} isDisabled={isOpen} onChange={(changed) => setSftSetting(key, changed)} />;
});
