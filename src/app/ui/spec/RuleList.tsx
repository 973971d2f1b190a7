/** The rules in rank order: on or off, weight, place. Moved by buttons, by dragging, or by keyboard from the handle. */
import { useState } from 'react';
import { Button, GridList, useDragAndDrop } from 'react-aria-components';
import { allLines, changeLine, defaultSpecLines, isDefaultSpec, moveLine } from '../../../lab/document/specEdits.ts';
import { ruleNames } from '../../../lab/desk/specWords.ts';
import type { RuleId, Spec } from '../../../world/spec/types.ts';
import { setSpec } from '../../store/experiment/specActions.ts';
import { RuleRow } from './RuleRow.tsx';

export function RuleList({ spec }: { readonly spec: Spec }) {
  const lines = allLines(spec).map((line) => ({ ...line, id: line.rule }));
  const [said, setSaid] = useState('');

  function move(rule: RuleId, rank: number): void {
    const moved = moveLine(spec, rule, rank);
    setSpec(moved);
    const place = moved.findIndex((line) => line.rule === rule) + 1;
    setSaid(`${ruleNames[rule]} is now rule ${place} of ${moved.length}.`);
  }

  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder({ keys, target }) {
      const [rule] = [...keys] as RuleId[];
      if (rule === undefined) return;
      const others = lines.filter((line) => line.rule !== rule);
      const at = others.findIndex((line) => line.rule === target.key);
      move(rule, target.dropPosition === 'after' ? at + 1 : at);
    },
  });

  return (
    <section className="pane" aria-label="Rules">
      <div className="bench-head">
        <h1>What does better mean?</h1>
        <Button className="button" isDisabled={isDefaultSpec(spec)} onPress={() => setSpec(defaultSpecLines())}>
          Reset to default
        </Button>
      </div>
      <p className="spec-lead muted">
        A reply’s gold reward is the weighted mean of the rules that apply. When a rule is broken outright, no rule
        below it can praise. The AI labeller follows these rules; the model in training never sees them.
      </p>
      <div className="spec-scroll">
        <GridList
          aria-label="Rules in order"
          className="rules"
          items={lines}
          dragAndDropHooks={dragAndDropHooks}
          keyboardNavigationBehavior="tab"
          dependencies={[lines]}
        >
          {(line) => (
            <RuleRow
              line={line}
              rank={lines.indexOf(line)}
              count={lines.length}
              onChange={(change) => setSpec(changeLine(spec, line.rule, change))}
              onMove={(rank) => move(line.rule, rank)}
            />
          )}
        </GridList>
      </div>
      <p className="visually-hidden" role="status" aria-live="polite">
        {said}
      </p>
    </section>
  );
}
