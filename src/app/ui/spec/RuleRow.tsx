/** One rule of the spec. The slider is a native one: its keys are its own, not the list's. */
import type { KeyboardEvent } from 'react';
import { Button, GridListItem, Switch } from 'react-aria-components';
import { ruleNames, ruleSentence } from '../../../lab/desk/specWords.ts';
import type { SpecLine } from '../../../world/spec/types.ts';

const HEAVIEST = 10;

interface RuleRowProps {
  readonly line: SpecLine;
  /** From 0. */
  readonly rank: number;
  readonly count: number;
  readonly onChange: (change: Partial<Omit<SpecLine, 'rule'>>) => void;
  readonly onMove: (rank: number) => void;
}

export function RuleRow({ line, rank, count, onChange, onMove }: RuleRowProps) {
  const { rule, weight, isOn } = line;
  const name = ruleNames[rule];
  return (
    <GridListItem id={rule} textValue={name} className="rule" data-off={!isOn || undefined}>
      <Button slot="drag" className="rule-handle" aria-label={`Drag ${name}`}>
        ⠿
      </Button>
      <span className="number muted">{rank + 1}</span>
      <Switch
        className="switch"
        aria-label={`${name}: on`}
        isSelected={isOn}
        onChange={(isSelected) => onChange({ isOn: isSelected })}
      />
      <p className="rule-text">
        <b>{name}</b> {ruleSentence(rule)}
      </p>
      <span className="rule-weight" onKeyDown={keepArrows}>
        <input
          type="range"
          aria-label={`${name}: weight`}
          min={0}
          max={HEAVIEST}
          step={0.1}
          value={Math.min(HEAVIEST, weight)}
          disabled={!isOn}
          style={{ '--filled': `${(Math.min(HEAVIEST, weight) / HEAVIEST) * 100}%` }}
          onChange={(event) => onChange({ weight: Number(event.target.value) })}
        />
        <span className="number">{weight}</span>
      </span>
      <span className="rule-moves">
        <Button
          className="button button-bare"
          aria-label={`Move ${name} up`}
          isDisabled={rank === 0}
          onPress={() => onMove(rank - 1)}
        >
          ↑
        </Button>
        <Button
          className="button button-bare"
          aria-label={`Move ${name} down`}
          isDisabled={rank === count - 1}
          onPress={() => onMove(rank + 1)}
        >
          ↓
        </Button>
      </span>
    </GridListItem>
  );
}

function keepArrows(event: KeyboardEvent): void {
  if (event.key !== 'Tab') event.stopPropagation();
}
