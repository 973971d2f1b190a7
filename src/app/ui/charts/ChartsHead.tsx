/** Above the charts of a stage: one sentence that reads them, the views to choose from, how curves are drawn. */
import type { ReactNode } from 'react';
import { Switch, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useLab } from '../../store/store.ts';
import { setLogScale, setSmoothing } from '../../store/uiActions.ts';
import { Knob } from '../controls/Knob.tsx';
import { Term } from '../controls/Term.tsx';

interface ChartsHeadProps {
  readonly reading: string;
  /** The tools choose between views: they get a line of their own, and so does the sentence. */
  readonly hasViews?: boolean;
  readonly children?: ReactNode;
}

export function ChartsHead({ reading, hasViews = false, children }: ChartsHeadProps) {
  return (
    <div className="charts-head" data-has-views={hasViews || undefined}>
      <p className="reading" aria-live="off">
        {keepUnits(reading)}
      </p>
      <div className="charts-tools">{children}</div>
    </div>
  );
}

/** A number and its unit stay on one line. */
function keepUnits(text: string): string {
  return text.replace(/(\d) (%|nats)/g, '$1\u00a0$2');
}

export function SmoothingKnob() {
  const smoothing = useLab((state) => state.ui.smoothing);
  return (
    <Knob
      label="Smoothing"
      term="smoothing"
      value={smoothing}
      range={{ low: 0, high: 0.95, grain: 0.05, scale: 'linear' }}
      format={(value) => (value === 0 ? 'off' : value.toFixed(2))}
      onChange={setSmoothing}
    />
  );
}

export function LogSwitch() {
  const isLogScale = useLab((state) => state.ui.isLogScale);
  return (
    <span className="switch-line">
      <Term id="log-scale">Log</Term>
      <Switch className="switch" aria-label="Log scale" isSelected={isLogScale} onChange={setLogScale} />
    </span>
  );
}

interface ViewChoiceProps<View extends string> {
  readonly view: View;
  /** By view, in the order shown. */
  readonly titles: Readonly<Record<View, string>>;
  readonly onChange: (view: View) => void;
}

/** Which of a stage's views the pane shows; the others aren't mounted. */
export function ViewChoice<View extends string>({ view, titles, onChange }: ViewChoiceProps<View>) {
  return (
    <ToggleButtonGroup
      className="segments segments-small"
      aria-label="Show"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[view]}
      onSelectionChange={(keys) => [...keys].forEach((key) => onChange(key as View))}
    >
      {(Object.entries(titles) as [View, string][]).map(([id, title]) => (
        <ToggleButton key={id} id={id}>
          {title}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
