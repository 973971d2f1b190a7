/** The hero: one row a prompt, one column a policy, same prompt and same sampling seed, refreshed while training. */
import { useCallback, useState } from 'react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { BASE, type PolicyId } from '../../../lab/pipeline.ts';
import { useHue } from '../../stages/hues.ts';
import { canCompare, judgedWith } from '../../store/compare/compareSteps.ts';
import { DRAWS } from '../../store/samples/draws.ts';
import { sampleActions } from '../../store/session/sessionActions.ts';
import { describeAge, stageRun, unitOf } from '../../store/run/stageRuns.ts';
import { columnOf, type Column, type RunRecord } from '../../store/state.ts';
import { useLab } from '../../store/store.ts';
import { findEntry } from '../../words/glossary.ts';
import { Icon } from '../controls/Icon.tsx';
import { Term } from '../controls/Term.tsx';
import { AskBox } from './AskBox.tsx';
import { ColumnChooser } from './ColumnChooser.tsx';
import { CompletionCell } from './CompletionCell.tsx';
import { columnTerm, columnTitle } from './shownColumns.ts';
import { useShownColumns } from './useShownColumns.ts';

export function Completions() {
  const prompts = useLab((state) => state.experiment.document.displayPrompts);
  const asked = useLab((state) => state.samples.asked);
  const columns = useShownColumns();
  return (
    <section className="completions" aria-label="Completions">
      <div className="completions-scroll" tabIndex={-1}>
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span className="column-head">
                  <Term id="prompt">Prompt</Term>
                  <ColumnChooser />
                </span>
              </th>
              {columns.map((id) => (
                <ColumnHead key={id} id={id} />
              ))}
            </tr>
          </thead>
          <tbody>
            {[...asked, ...prompts].map(({ id, question }, row) => (
              <PromptRow key={id} promptId={id} question={question} columns={columns} isFirst={row === 0} />
            ))}
          </tbody>
        </table>
      </div>
      <AskBox />
    </section>
  );
}

interface PromptRowProps {
  readonly promptId: string;
  readonly question: string;
  readonly columns: readonly PolicyId[];
  /** An empty column says once, in its first row, what will fill it. */
  readonly isFirst: boolean;
}

/** A few lines a reply, so that no column's rambling decides how many prompts are in sight; all of it on request. */
function PromptRow({ promptId, question, columns, isFirst }: PromptRowProps) {
  const [isWhole, setWhole] = useState(false);
  const isOpen = useLab((state) => state.ui.openPrompts.includes(promptId));
  const toggle = useCallback(() => setWhole((before) => !before), []);
  return (
    <tr>
      <th scope="row">
        {question} <DrawsToggle promptId={promptId} question={question} />
      </th>
      {columns.map((column) => (
        <CompletionCell
          key={column}
          column={column}
          promptId={promptId}
          isFirst={isFirst}
          isWhole={isWhole || isOpen}
          onToggle={toggle}
        />
      ))}
    </tr>
  );
}

function DrawsToggle({ promptId, question }: { readonly promptId: string; readonly question: string }) {
  const isOpen = useLab((state) => state.ui.openPrompts.includes(promptId));
  return (
    <TooltipTrigger delay={400} closeDelay={100}>
      <Button
        className="draws-toggle"
        aria-label={`${DRAWS} draws at T 1: ${question}`}
        aria-expanded={isOpen}
        onPress={() => sampleActions.toggleDraws(promptId)}
      >
        <Icon name="down" />
        {DRAWS} draws
      </Button>
      <Tooltip className="tip" offset={6} placement="bottom start">
        {findEntry('draws').plain}
      </Tooltip>
    </TooltipTrigger>
  );
}

function ColumnHead({ id }: { readonly id: PolicyId }) {
  const title = useLab((state) => columnTitle(state, id));
  const term = useLab((state) => columnTerm(state, id));
  return (
    <th scope="col" style={{ '--hue': useHue(id) }}>
      <span className="column-head">
        <span className="column-dot" />
        <Term id={term}>{title}</Term>
        <ColumnState id={id} />
        <UnlikeNote id={id} />
      </span>
    </th>
  );
}

/** What an underlined sentence means; nothing where the column is compared with none. */
function UnlikeNote({ id }: { readonly id: PolicyId }) {
  const from = useLab((state) => {
    const { reference } = judgedWith(state, id);
    return reference !== null && canCompare(state, { first: reference, second: id })
      ? columnTitle(state, reference)
      : null;
  });
  if (from === null) return null;
  return (
    <span className="column-state">
      <span className="visually-hidden">underlined: </span>
      <span className="unlike-key">unlike {from}</span>
    </span>
  );
}

function ColumnState({ id }: { readonly id: PolicyId }) {
  const column = useLab((state) => columnOf(state, id));
  const run = useLab((state) => stageRun(state, id));
  const age = useLab((state) => (id === BASE ? null : describeAge(state, id)));
  if (column.phase === 'failed') {
    return (
      <span className="column-state column-failed" role="alert">
        could not be drawn: {column.problem}{' '}
        <button type="button" className="link-button" onClick={() => void sampleActions.redraw()}>
          Draw again
        </button>
      </span>
    );
  }
  return (
    <span className="column-state">
      <span className="number">{describe(column, run)}</span>
      {age !== null && column.phase !== 'empty' && ` · ${age}`}
    </span>
  );
}

/** @param run null = the base model's, which has no steps */
function describe(column: Column, run: RunRecord | null): string {
  // An empty column says in its first cell what is being waited for.
  if (Object.keys(column.completions).length === 0) return '';
  const at = run === null ? [] : [`${unitOf(run)} ${column.step} of ${run.totalSteps}`];
  return [...at, ...(column.phase === 'drawing' ? ['drawing …'] : [])].join(' · ');
}
