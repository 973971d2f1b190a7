/** A number, a switch or a choice of one stage's settings. Locked while a run of the stage is open. */
import { memo } from 'react';
import { Switch, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { SettingsOf, StageId, StageKind } from '../../../lab/stages/kinds.ts';
import { setStageSetting } from '../../store/experiment/experimentActions.ts';
import { isStageOpen, stageOf } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';
import { Knob, type KnobRange } from './Knob.tsx';
import { Term } from './Term.tsx';
import { useInTurn } from './useInTurn.ts';

/** The settings of a kind that hold a `Value`. */
type KeyOf<Kind extends StageKind, Value> = {
  [Key in keyof SettingsOf<Kind>]: SettingsOf<Kind>[Key] extends Value ? Key : never;
}[keyof SettingsOf<Kind>] &
  string;

/** Which stage of the experiment, and of which kind it is. */
interface StageRef<Kind extends StageKind> {
  readonly id: StageId;
  readonly kind: Kind;
}

function useSetting<Kind extends StageKind>({ id, kind }: StageRef<Kind>, key: string): unknown {
  return useLab((state) => {
    const stage: Readonly<Record<string, unknown>> | null = stageOf(state, id, kind);
    return stage?.[key];
  });
}

function useIsLocked(id: StageId): boolean {
  return useInTurn(useLab((state) => isStageOpen(state, id)));
}

export interface KnobSpec<Kind extends StageKind> {
  readonly key: KeyOf<Kind, number>;
  readonly label: string;
  readonly term: string;
  readonly range: KnobRange;
  readonly format?: (value: number) => string;
}

interface StageKnobProps<Kind extends StageKind> extends StageRef<Kind> {
  readonly spec: KnobSpec<Kind>;
}

/** Each on its own, because locking all of them at once when a run starts takes long. */
export const StageKnob = memo(function StageKnob<Kind extends StageKind>({
  id,
  kind,
  spec: { key, ...spec },
}: StageKnobProps<Kind>) {
  const value = useSetting({ id, kind }, key);
  const isLocked = useIsLocked(id);
  if (typeof value !== 'number') return null;
  return (
    <Knob {...spec} value={value} isDisabled={isLocked} onChange={(changed) => setStageSetting(id, key, changed)} />
  );
}) as <Kind extends StageKind>(props: StageKnobProps<Kind>) => React.ReactNode;

interface StageSwitchProps<Kind extends StageKind> extends StageRef<Kind> {
  readonly setting: KeyOf<Kind, boolean>;
  readonly label: string;
  readonly term: string;
}

export function StageSwitch<Kind extends StageKind>({ id, kind, setting, label, term }: StageSwitchProps<Kind>) {
  const value = useSetting({ id, kind }, setting);
  const isLocked = useIsLocked(id);
  return (
    <div className="switch-line">
      <Term id={term}>{label}</Term>
      <Switch
        aria-label={label}
        className="switch"
        isSelected={value === true}
        isDisabled={isLocked}
        onChange={(isOn) => setStageSetting(id, setting, isOn)}
      />
    </div>
  );
}

interface StageChoiceProps<Kind extends StageKind> extends StageRef<Kind> {
  readonly setting: KeyOf<Kind, string>;
  readonly label: string;
  readonly term: string;
  /** By value, in the order shown. */
  readonly choices: Readonly<Record<string, string>>;
}

export function StageChoice<Kind extends StageKind>(props: StageChoiceProps<Kind>) {
  const { id, setting, label, term, choices } = props;
  const value = useSetting(props, setting);
  const isLocked = useIsLocked(id);
  return (
    <div className="choice-line">
      <Term id={term}>{label}</Term>
      <ToggleButtonGroup
        className="segments segments-small"
        aria-label={label}
        selectionMode="single"
        disallowEmptySelection
        isDisabled={isLocked}
        selectedKeys={[String(value)]}
        onSelectionChange={(keys) => [...keys].forEach((key) => setStageSetting(id, setting, String(key)))}
      >
        {Object.entries(choices).map(([choice, text]) => (
          <ToggleButton key={choice} id={choice}>
            {text}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
