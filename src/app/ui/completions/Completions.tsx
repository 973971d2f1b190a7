/** The hero: one row a prompt, one column a policy, same prompt and same sampling seed, refreshed while training. */
import { BASE, type PolicyId } from '../../../lab/pipeline.ts';
import { useHue } from '../../stages/hues.ts';
import { sampleActions } from '../../store/session/sessionActions.ts';
import { describeAge, stageRun, unitOf } from '../../store/run/stageRuns.ts';
import { columnOf, type Column, type RunRecord } from '../../store/state.ts';
import { useLab } from '../../store/store.ts';
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
              <tr key={id}>
                <th scope="row">{question}</th>
                {columns.map((column) => (
                  <CompletionCell key={column} column={column} promptId={id} isFirst={row === 0} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <AskBox />
    </section>
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
      </span>
    </th>
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
  const isTrained = run !== null && Object.keys(column.completions).length > 0;
  const at = isTrained ? `${unitOf(run)} ${column.step} of ${run.totalSteps}` : '';
  return column.phase === 'drawing' ? `${at} · drawing …`.replace(/^ · /, '') : at;
}
