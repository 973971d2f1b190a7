/** A number, a switch or a choice of one stage's settings. Locked while a run of the stage is open. */
import { memo } from 'react';
import { Switch, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Stage, StageKind } from '../../../lab/stages/stageSchemas.ts';
import { setStageSetting } from '../../store/experiment/experimentActions.ts';
import { isStageOpen, stageOf } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';
import { Knob, type KnobRange } from './Knob.tsx';
import { Term } from './Term.tsx';
import { useInTurn } from './useInTurn.ts';

type SettingsOf<Kind extends StageKind> = Extract<Stage, { readonly kind: Kind }>;

/** The settings of a kind that hold a `Value`. */
type KeyOf<Kind extends StageKind, Value> = {
  [Key in keyof SettingsOf<Kind>]: SettingsOf<Kind>[Key] extends Value ? Key : never;
}[keyof SettingsOf<Kind>] &
  string;

export interface KnobSpec<Kind extends StageKind> {
  readonly key: KeyOf<Kind, number>;
  readonly label: string;
  readonly term: string;
  readonly range: KnobRange;
  readonly format?: (value: number) => string;
}

interface StageKnobProps<Kind extends StageKind> {
  readonly kind: Kind;
  readonly spec: KnobSpec<Kind>;
}

/** Each on its own, because locking all of them at once when a run starts takes long. */
export const StageKnob = memo(function StageKnob<Kind extends StageKind>({
  kind,
  spec: { key, ...spec },
}: StageKnobProps<Kind>) {
  const value = useLab((state) => stageOf(state.experiment.document, kind)?.[key]);
  const isOpen = useInTurn(useLab((state) => isStageOpen(state, kind)));
  if (typeof value !== 'number') return null;
  return (
    <Knob {...spec} value={value} isDisabled={isOpen} onChange={(changed) => setStageSetting(kind, key, changed)} />
  );
}) as <Kind extends StageKind>(props: StageKnobProps<Kind>) => React.ReactNode;

interface StageSwitchProps<Kind extends StageKind> {
  readonly kind: Kind;
  readonly setting: KeyOf<Kind, boolean>;
  readonly label: string;
  readonly term: string;
}

export function StageSwitch<Kind extends StageKind>({ kind, setting, label, term }: StageSwitchProps<Kind>) {
  const value = useLab((state) => stageOf(state.experiment.document, kind)?.[setting]);
  const isOpen = useInTurn(useLab((state) => isStageOpen(state, kind)));
  return (
    <div className="switch-line">
      <Term id={term}>{label}</Term>
      <Switch
        aria-label={label}
        className="switch"
        isSelected={value === true}
        isDisabled={isOpen}
        onChange={(isOn) => setStageSetting(kind, setting, isOn)}
      />
    </div>
  );
}

interface StageChoiceProps<Kind extends StageKind> {
  readonly kind: Kind;
  readonly setting: KeyOf<Kind, string>;
  readonly label: string;
  readonly term: string;
  /** By value, in the order shown. */
  readonly choices: Readonly<Record<string, string>>;
}

export function StageChoice<Kind extends StageKind>({ kind, setting, label, term, choices }: StageChoiceProps<Kind>) {
  const value = useLab((state) => stageOf(state.experiment.document, kind)?.[setting]);
  const isOpen = useInTurn(useLab((state) => isStageOpen(state, kind)));
  return (
    <div className="choice-line">
      <Term id={term}>{label}</Term>
      <ToggleButtonGroup
        className="segments segments-small"
        aria-label={label}
        selectionMode="single"
        disallowEmptySelection
        isDisabled={isOpen}
        selectedKeys={[String(value)]}
        onSelectionChange={(keys) => [...keys].forEach((key) => setStageSetting(kind, setting, String(key)))}
      >
        {Object.entries(choices).map(([id, text]) => (
          <ToggleButton key={id} id={id}>
            {text}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
