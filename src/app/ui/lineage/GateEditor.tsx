/** The rules of the gate: which eval, which way is better, how much worse is let through, how many standard errors on top. */
import { Button, NumberField, Input, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { defaultGate, MAX_ERRORS, MAX_RULES, MAX_TOLERANCE } from '../../../lab/lineage/gate.ts';
import type { GateRule } from '../../../lab/lineage/types.ts';
import { putGate, setGateSize } from '../../store/lineage/lineageActions.ts';
import { useLab } from '../../store/store.ts';
import { Icon } from '../controls/Icon.tsx';
import { Term } from '../controls/Term.tsx';
import { evalLabels } from './nodeWords.ts';

export function GateEditor() {
  const rules = useLab((state) => state.lineage.gate);
  const change = (id: string, part: Partial<GateRule>): void =>
    void putGate(rules.map((rule) => (rule.id === id ? { ...rule, ...part } : rule)));
  return (
    <section className="gate" aria-label="Evaluation gate">
      <h2>
        <Term id="evaluation-gate">Gate</Term>
      </h2>
      <p className="muted">
        A candidate may be worse than mainline by the tolerance and so many standard errors of the difference, in the
        figure’s own unit (0.02 of a share is 2 points). The error is paired, prompt by prompt, where both were measured
        on the same prompts. A tolerance below 0 asks for an improvement.
      </p>
      <SizeChoice />
      <div className="table-scroll">
        <table className="evals gate-rules" aria-label="Rules of the gate">
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col">Better</th>
              <th scope="col">Tolerance</th>
              <th scope="col">
                <Term id="standard-error">Std. errors</Term>
              </th>
              <th scope="col">
                <span className="visually-hidden">Remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rules.map((rule) => (
              <RuleLine
                key={rule.id}
                rule={rule}
                onChange={(part) => change(rule.id, part)}
                onRemove={() => void putGate(rules.filter(({ id }) => id !== rule.id))}
              />
            ))}
          </tbody>
        </table>
      </div>
      {rules.length === 0 && <p className="muted">Without rules every candidate passes.</p>}
      <div className="node-actions">
        <Button
          className="button"
          isDisabled={rules.length >= MAX_RULES}
          onPress={() => void putGate([...rules, newRule()])}
        >
          Add a rule
        </Button>
        <Button className="button" isDisabled={rules === defaultGate} onPress={() => void putGate(defaultGate)}>
          Reset the gate
        </Button>
      </div>
    </section>
  );
}

function newRule(): GateRule {
  return { id: crypto.randomUUID(), eval: 'gold/mean', better: 'higher', tolerance: 0, errors: 2 };
}

function SizeChoice() {
  const size = useLab((state) => state.lineage.size);
  return (
    <div className="choice-line">
      <span>Questions</span>
      <ToggleButtonGroup
        className="segments segments-small"
        aria-label="How many questions"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[size]}
        onSelectionChange={(keys) => [...keys].forEach((key) => setGateSize(key === 'full' ? 'full' : 'quick'))}
      >
        <ToggleButton id="quick">Quick, a quarter</ToggleButton>
        <ToggleButton id="full">Full</ToggleButton>
      </ToggleButtonGroup>
    </div>
  );
}

interface RuleLineProps {
  readonly rule: GateRule;
  readonly onChange: (part: Partial<GateRule>) => void;
  readonly onRemove: () => void;
}

function RuleLine({ rule, onChange, onRemove }: RuleLineProps) {
  const name = evalLabels.get(rule.eval) ?? rule.eval;
  return (
    <tr>
      <th scope="row">
        <select
          aria-label="Figure"
          className="select"
          value={rule.eval}
          onChange={(event) => onChange({ eval: event.target.value })}
        >
          {[...evalLabels].map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </th>
      <td>
        <select
          aria-label={`${name}: which is better`}
          className="select"
          value={rule.better}
          onChange={(event) => onChange({ better: event.target.value === 'lower' ? 'lower' : 'higher' })}
        >
          <option value="higher">higher</option>
          <option value="lower">lower</option>
        </select>
      </td>
      <td>
        <RuleNumber
          label={`${name}: tolerance`}
          value={rule.tolerance}
          low={-MAX_TOLERANCE}
          high={MAX_TOLERANCE}
          onChange={(tolerance) => onChange({ tolerance })}
        />
      </td>
      <td>
        <RuleNumber
          label={`${name}: standard errors`}
          value={rule.errors}
          low={0}
          high={MAX_ERRORS}
          onChange={(errors) => onChange({ errors })}
        />
      </td>
      <td>
        <Button className="button button-bare" aria-label={`Remove the rule of ${name}`} onPress={onRemove}>
          <Icon name="close" />
        </Button>
      </td>
    </tr>
  );
}

interface RuleNumberProps {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly onChange: (value: number) => void;
}

/** Taken when it is left; what is no number brings the old one back. */
function RuleNumber({ label, value, low, high, onChange }: RuleNumberProps) {
  return (
    <NumberField
      aria-label={label}
      value={value}
      minValue={low}
      maxValue={high}
      formatOptions={{ maximumFractionDigits: 4 }}
      onChange={(next) => !Number.isNaN(next) && onChange(next)}
    >
      <Input className="gate-number number" />
    </NumberField>
  );
}
