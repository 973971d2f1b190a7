/**
 * One number of a stage: its name with a definition, its value, a slider. A native range input, because its value must be
 * readable aloud on a logarithmic scale ("1.5e-3"), which the component library's slider cannot say.
 */
import { formatNumber } from '../../series/format.ts';
import { Term } from './Term.tsx';

export interface KnobRange {
  readonly low: number;
  readonly high: number;
  /** Linear: the step between values. Log: values a decade. */
  readonly grain: number;
  readonly scale: 'linear' | 'log';
}

interface KnobProps {
  readonly label: string;
  /** Glossary id. */
  readonly term: string;
  readonly value: number;
  readonly range: KnobRange;
  readonly isDisabled?: boolean;
  readonly format?: (value: number) => string;
  readonly onChange: (value: number) => void;
}

export function Knob({ label, term, value, range, isDisabled = false, format = formatNumber, onChange }: KnobProps) {
  const { low, high, grain, scale } = range;
  const isLog = scale === 'log';
  const position = isLog ? Math.round(Math.log10(value / low) * grain) : value;
  const toValue = (at: number): number => (isLog ? Number((low * 10 ** (at / grain)).toPrecision(2)) : at);
  const from = isLog ? 0 : low;
  const to = isLog ? Math.round(Math.log10(high / low) * grain) : high;
  return (
    <div className="knob">
      <span className="knob-label">
        <Term id={term}>{label}</Term>
      </span>
      <span className="knob-value number">{format(value)}</span>
      <input
        type="range"
        aria-label={label}
        aria-valuetext={format(value)}
        min={from}
        max={to}
        step={isLog ? 1 : grain}
        value={Math.min(to, Math.max(from, position))}
        disabled={isDisabled}
        style={{ '--filled': `${((Math.min(to, Math.max(from, position)) - from) / (to - from)) * 100}%` }}
        onChange={(event) => onChange(toValue(event.target.valueAsNumber))}
      />
    </div>
  );
}
